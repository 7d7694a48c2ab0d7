import type { Correction } from '#shared/domain/corrections/correction.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import type { Recorded, RecordedDiplomaticEvent } from '#shared/domain/events/recorded-event.ts';
import { latestCommits } from './latest-commits.ts';
import type { LedgerReader } from './ledger.ts';
import { eventsOf } from './stream-state.ts';

export type RecordedCorrection = Correction & Recorded;

/** The corrections of an event as an index has them, which may be behind by some moments. */
export type IndexedCorrections = (eventId: string) => Promise<readonly RecordedCorrection[]>;

/**
 * The corrections that an event has had, in their order: out of the index, and out of the last commits of its stream, which the index may not have
 * yet. Two queries, whatever the length of the stream.
 */
export async function earlierCorrections(
  ledger: Pick<LedgerReader, 'commits'>,
  indexed: IndexedCorrections,
  { id, stream }: RecordedDiplomaticEvent,
): Promise<RecordedCorrection[]> {
  const [known, latest] = await Promise.all([indexed(id), latestCommits(ledger, stream)]);
  const recent = latest
    .flatMap(eventsOf)
    .filter(isCorrection)
    .filter(({ of }) => of === id);
  const all = new Map([...known, ...recent].map((correction) => [correction.version, correction]));
  return [...all.values()].toSorted((a, b) => a.version - b.version);
}
