import { type CorrectedEvent, correctedEvent } from '#shared/domain/corrections/corrected-event.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { latestCommits } from './latest-commits.ts';
import type { LedgerReader } from './ledger.ts';
import { eventsOf } from './stream-state.ts';

/** The events of the last commits of a stream, which read models may not have yet. */
export interface LatestEvents {
  /** The corrected events, newest first, including withdrawn ones. */
  readonly events: readonly CorrectedEvent[];
  /** Ids of earlier events that they withdraw. */
  readonly withdrawn: ReadonlySet<string>;
}

/** The latest events of a stream, up to a version of it or to its newest; one query. */
export type ReadLatest = (stream: string, upTo?: number) => Promise<LatestEvents>;

/** The latest events in the ledger. */
export const latestIn =
  (ledger: Pick<LedgerReader, 'commits'>): ReadLatest =>
  async (stream, upTo) => {
    const all = (await latestCommits(ledger, stream, upTo)).toReversed().flatMap(eventsOf);
    const corrections = Map.groupBy(all.filter(isCorrection), ({ of }) => of);
    const events = all
      .filter((event) => !isCorrection(event))
      .map((event): CorrectedEvent => correctedEvent<CorrectedEvent>(event, corrections.get(event.id) ?? []));
    const withdrawn = all.flatMap((event) =>
      event.type === 'EventRetracted' || event.type === 'EventsMerged' ? [event.of] : [],
    );
    return { events: events.toReversed(), withdrawn: new Set(withdrawn) };
  };
