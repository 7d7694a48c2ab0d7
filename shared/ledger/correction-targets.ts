import { faultsOfChanges } from '../domain/changes-of-type.ts';
import type { Correction } from '../domain/correction.ts';
import { isCorrection } from '../domain/correction-types.ts';
import { RuleViolated } from '../domain/decider.ts';
import { withdrawalOf } from '../domain/deciders/correctable.ts';
import { deciderFor } from '../domain/deciders/decider-for.ts';
import type { NewEvent } from '../domain/new-event.ts';
import { isRecordedBefore, type RecordedDiplomaticEvent } from '../domain/recorded-event.ts';
import { eventAt } from './event-at.ts';
import type { LedgerReader } from './ledger.ts';
import { foldStream } from './stream-state.ts';

/**
 * What corrections refer to must be recorded already, and take them: the corrected event, which is no correction itself and may have the
 * changed fields, and the event that another is merged into. Only corrections cost a read. Throws RuleViolated.
 */
export async function requireTargets(ledger: LedgerReader, events: readonly NewEvent[]): Promise<void> {
  const read = new Map<string, RecordedDiplomaticEvent>();
  const target = async (id: string) => {
    const event = read.get(id) ?? (await targetOf(ledger, id));
    read.set(id, event);
    return event;
  };
  for (const correction of events.filter(isCorrection)) {
    const corrected = await target(correction.of);
    if (correction.type === 'EventCorrected') requireChangesOfType(corrected, correction.changes);
    if (correction.type === 'EventsMerged') await requireMergeable(ledger, corrected, await target(correction.into));
  }
}

async function targetOf(ledger: LedgerReader, id: string): Promise<RecordedDiplomaticEvent> {
  const event = await eventAt(ledger, id);
  if (event === undefined) throw new RuleViolated('no-such-event', `There is no event ${id}`);
  if (isCorrection(event)) {
    throw new RuleViolated('correction-of-a-correction', `${id} is a correction itself: correct ${event.of} instead`);
  }
  return event;
}

type Changes = Extract<Correction, { type: 'EventCorrected' }>['changes'];

/** A corrected event is held to the rules of its type as if it were posted. */
function requireChangesOfType({ id, type }: RecordedDiplomaticEvent, changes: Changes): void {
  const faults = faultsOfChanges(type, changes);
  if (faults.length === 0) return;
  throw new RuleViolated('changes-not-of-this-type', `${id} is of type ${type}: ${faults.join('; ')}`);
}

/** Events are merged into earlier records only, so that no two, however close in time, are ever merged into each other. */
async function requireMergeable(
  ledger: LedgerReader,
  event: RecordedDiplomaticEvent,
  into: RecordedDiplomaticEvent,
): Promise<void> {
  if (isRecordedBefore(event, into)) {
    throw new RuleViolated(
      'merged-into-later-record',
      `${into.id} was recorded after ${event.id}: merge it into ${event.id} instead, and correct that one`,
    );
  }
  const { stream, version } = into;
  const [, withdrawn = []] = await foldStream(ledger, deciderFor(stream), stream, await ledger.head(stream));
  if (withdrawalOf(withdrawn, version) !== undefined) {
    throw new RuleViolated('event-withdrawn', `${into.id} was retracted or merged into another event itself`);
  }
}
