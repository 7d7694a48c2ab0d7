import { type CorrectedEvent, correctedEvent } from '#shared/domain/corrections/corrected-event.ts';
import { reportedHistory } from '#shared/domain/corrections/known-by-report.ts';
import type { RecordedDiplomaticEvent, RecordedEvent } from '#shared/domain/events/recorded-event.ts';
import { eventAt } from '#shared/ledger/event-at.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import type { PositionedCorrection } from '#shared/projections/engine/stored-events.ts';
import { correctionsOf } from './corrections-of.ts';
import { withPositions } from './with-positions.ts';

export interface HistorySources {
  readonly ledger: Pick<LedgerReader, 'commits'>;
  readonly readModels: RowReader;
}

/** One step of what is known: the record that made it, and the event as it stood then. */
export interface HistoryStep {
  readonly record: RecordedEvent;
  readonly result: CorrectedEvent;
}

/** What was recorded under an id, with its place in the global order where it has one already; `undefined`: nothing. */
export async function recordOf({ ledger, readModels }: HistorySources, id: string): Promise<RecordedEvent | undefined> {
  const event = await eventAt(ledger, id);
  if (event === undefined) return undefined;
  const [record = event] = await withPositions(readModels, event.stream, [event]);
  return record;
}

/**
 * How an event came to be what it is known to be, or was at an instant (UTC), oldest step first; none: it was not
 * recorded by then.
 */
export async function historyOf(
  readModels: Pick<RowReader, 'rows' | 'upTo' | 'knownBy'>,
  record: RecordedDiplomaticEvent,
  asOf?: string,
): Promise<HistoryStep[]> {
  if (asOf !== undefined && readModels.knownBy === 'reported') {
    const reported = reportedHistory(record, await correctionsOf(readModels, record.id), asOf);
    return reported === undefined ? [] : stepsOf(record, reported.corrections.map(({ correction }) => correction));
  }
  const known = ({ recordedAt }: RecordedEvent) => asOf === undefined || recordedAt <= asOf;
  if (!known(record)) return [];
  return stepsOf(record, (await correctionsOf(readModels, record.id)).filter(known));
} // prettier-ignore

function stepsOf(record: RecordedDiplomaticEvent, corrections: readonly PositionedCorrection[]): HistoryStep[] {
  const steps: HistoryStep[] = [{ record, result: record }];
  for (const correction of corrections) {
    const { result } = steps.at(-1) ?? { result: record };
    steps.push({ record: correction, result: correctedEvent(result, [correction]) });
  }
  return steps;
}
