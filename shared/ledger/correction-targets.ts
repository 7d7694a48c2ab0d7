import { violationsOfChanges } from '#shared/domain/corrections/changes-of-type.ts';
import { correctedEvent } from '#shared/domain/corrections/corrected-event.ts';
import type { Correction } from '#shared/domain/corrections/correction.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { RuleViolated } from '#shared/domain/streams/decider.ts';
import { withdrawalOf } from '#shared/domain/streams/correctable.ts';
import { deciderFor } from '#shared/domain/streams/decider-for.ts';
import { isSameReport } from '#shared/domain/events/same-report.ts';
import type { NewEvent } from '#shared/domain/events/new-event.ts';
import { isRecordedBefore, type RecordedDiplomaticEvent } from '#shared/domain/events/recorded-event.ts';
import { requireSoundlyCorrected, restsOnEarlier } from '#shared/domain/events/sound-event.ts';
import { earlierCorrections, type IndexedCorrections } from './earlier-corrections.ts';
import { eventAt } from './event-at.ts';
import type { LedgerReader } from './ledger.ts';
import { foldStream } from './stream-state.ts';

export interface TargetPorts {
  readonly ledger: LedgerReader;
  readonly correctionsOf: IndexedCorrections;
}

/**
 * The events without the corrections that say nothing new. What corrections refer to must be recorded already, and take them: the corrected
 * event, which is no correction itself, may have the changed fields and is then still what could have been posted on that day (`YYYY-MM-DD`); and
 * the event that another is merged into. Only corrections cost a read. Throws RuleViolated.
 */
export async function withTargets(
  ports: TargetPorts,
  events: readonly NewEvent[],
  recordedOn: string,
): Promise<readonly NewEvent[]> {
  const { ledger } = ports;
  const read = new Map<string, RecordedDiplomaticEvent>();
  const target = async (id: string) => {
    const event = read.get(id) ?? (await targetOf(ledger, id));
    read.set(id, event);
    return event;
  };
  const repeated = new Set<NewEvent>();
  for (const [of, corrections] of Map.groupBy(events.filter(isCorrection), (correction) => correction.of)) {
    const event = await target(of);
    for (const correction of corrections) {
      if (correction.type === 'EventCorrected') requireChangesOfType(event, correction.changes);
      if (correction.type === 'EventsMerged') await requireMergeable(ledger, event, await target(correction.into));
    }
    if (!corrections.some((correction) => restsOnEarlier(correction, event, recordedOn))) continue;
    const earlier = await earlierCorrections(ledger, ports.correctionsOf, event);
    requireSoundlyCorrected(correctedEvent(event, [...earlier, ...corrections]), corrections, deciderFor(event.stream), recordedOn); // prettier-ignore
    for (const report of repeatedReports(event, earlier, corrections)) repeated.add(report);
  }
  return repeated.size === 0 ? events : events.filter((event) => !repeated.has(event));
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
  const violations = violationsOfChanges(type, changes);
  if (violations.length === 0) return;
  throw new RuleViolated('changes-not-of-this-type', `${id} is of type ${type}: ${violations.join('; ')}`);
}

/** The corrections that attach a report which the event has already, by itself, by an earlier one, or by one of these before. */
function repeatedReports(
  { evidence }: RecordedDiplomaticEvent,
  earlier: readonly Correction[],
  corrections: readonly Correction[],
): Correction[] {
  const known = [...(evidence?.reports ?? []), ...earlier.flatMap(attached)];
  return corrections.filter((correction) => {
    const [report] = attached(correction);
    if (report === undefined) return false;
    const isKnown = known.some((other) => isSameReport(other, report));
    known.push(report);
    return isKnown;
  });
}

const attached = (correction: Correction) => (correction.type === 'ReportAttached' ? [correction.report] : []);

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
