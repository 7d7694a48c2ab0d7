import type { Correction } from '#shared/domain/corrections/correction.ts';
import { type CorrectedEvent, correctedEvent, type Withdrawal } from '#shared/domain/corrections/corrected-event.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { type EventCase, eventsNamedBy } from '#shared/domain/corrections/event-case.ts';
import { parseEventAddress } from '#shared/domain/events/event-address.ts';
import type { NewEvent } from '#shared/domain/events/new-event.ts';
import { readEvent, type RecordedDiplomaticEvent } from '#shared/domain/events/recorded-event.ts';
import { RuleViolated } from '#shared/domain/streams/decider.ts';
import { inParallel } from '#shared/in-parallel.ts';
import type { Commit } from './commit.ts';
import { type Decision, eventKey } from './decisions.ts';
import { eventAt } from './event-at.ts';
import type { Ledger } from './ledger.ts';
import { eventsOf, olderUpTo } from './stream-state.ts';

/** A case as read, with the revision of the corrected event; 0 before the first correction. */
export interface LoadedCase extends EventCase {
  readonly revision: number;
}

/** The value of the decision `corrected`: the event after its corrections up to a version, without its address. */
export interface StoredCorrected {
  readonly upTo: number;
  readonly event: unknown;
}

/** The value of the decision `withdrawal`: the kind, and the version of the stream that withdrew. */
export interface StoredWithdrawal {
  readonly withdrawn: Withdrawal;
  readonly by: number;
}

/**
 * The cases of the events that corrections name, their targets and those that they are merged into or told from: two
 * items for each (three where it is retracted), and the event itself while it was not corrected, however many
 * corrections it has had.
 * Throws RuleViolated for one that is not there, or is a correction.
 */
export async function loadCases(
  ledger: Ledger,
  head: Commit | undefined,
  events: readonly NewEvent[],
): Promise<Map<string, LoadedCase>> {
  const corrections = events.filter(isCorrection);
  const ids = [...new Set(corrections.flatMap(eventsNamedBy))];
  if (ids.length === 0) return new Map();
  const retracted = new Set(corrections.filter(({ type }) => type === 'EventRetracted').map(({ of }) => of));
  const decisions = await ledger.decisions([
    ...ids.flatMap((id) => [eventKey('corrected', addressOf(id)), eventKey('withdrawal', addressOf(id))]),
    ...[...retracted].map((id) => eventKey('merge-target', addressOf(id))),
  ]);
  const cases = await inParallel(ids, async (id) => loadCase(ledger, head, id, decisions));
  return new Map(cases.map((loaded) => [loaded.event.id, loaded]));
}

async function loadCase(
  ledger: Ledger,
  head: Commit | undefined,
  id: string,
  decisions: ReadonlyMap<string, Decision>,
): Promise<LoadedCase> {
  const address = addressOf(id);
  const corrected = decisions.get(eventKey('corrected', address));
  const stored: StoredCorrected | undefined = corrected && JSON.parse(corrected.data);
  const read = stored === undefined ? await recordedAt(ledger, id) : readStored(stored.event, address);
  const event = await withOlder(ledger, head, read, stored?.upTo ?? address.version);
  const withdrawal = decisions.get(eventKey('withdrawal', address));
  const withdrawn: StoredWithdrawal | undefined = withdrawal && JSON.parse(withdrawal.data);
  return {
    event: withdrawn === undefined ? event : { ...event, withdrawn: withdrawn.withdrawn },
    isMergeTarget: decisions.has(eventKey('merge-target', address)),
    revision: corrected?.revision ?? 0,
  };
}

function readStored(stored: unknown, address: { stream: string; version: number }): CorrectedEvent {
  const event = readEvent(stored, address);
  if (isCorrection(event)) throw new Error(`${event.id} is a correction, and was corrected`);
  return event;
}

async function recordedAt(ledger: Ledger, id: string): Promise<RecordedDiplomaticEvent> {
  const event = await eventAt(ledger, id);
  if (event === undefined) throw new RuleViolated('no-such-event', `There is no event ${id}`);
  if (isCorrection(event)) {
    throw new RuleViolated('correction-of-a-correction', `${id} is a correction itself: correct ${event.of} instead`);
  }
  return event;
}

/** Applies the corrections after a version that were recorded in the first format, which wrote no decisions. */
async function withOlder(
  ledger: Ledger,
  known: Commit | undefined,
  event: CorrectedEvent,
  after: number,
): Promise<CorrectedEvent> {
  const { id, stream } = event;
  const end = olderUpTo(known?.stream === stream ? known : await ledger.head(stream));
  if (end <= after) return event;
  const corrections: Correction[] = [];
  for await (const commit of ledger.commits(stream, { direction: 'forward', from: after + 1 })) {
    if (commit.version > end) break;
    const found = eventsOf(commit).filter((some) => some.version > after && some.version <= end);
    corrections.push(...found.filter(isCorrection).filter(({ of }) => of === id));
  }
  return correctedEvent<CorrectedEvent>(event, corrections);
}

/** Returns the stream and version of an event id. */
export function addressOf(id: string): { stream: string; version: number } {
  const address = parseEventAddress(id);
  if (address === undefined) throw new Error(`${id} is not the id of an event`);
  return address;
}
