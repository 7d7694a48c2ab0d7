import { type CorrectedEvent, correctedEvent } from '../domain/corrected-event.ts';
import { isCorrection } from '../domain/correction-types.ts';
import type { RecordedEvent } from '../domain/recorded-event.ts';
import { eventAt } from '../ledger/event-at.ts';
import type { LedgerReader } from '../ledger/ledger.ts';
import { correctionsOf } from '../projections/corrections.ts';
import type { ReadModels } from '../projections/read-models.ts';
import { withPositions } from './with-positions.ts';

export interface HistorySources {
  readonly ledger: Pick<LedgerReader, 'commits'>;
  readonly readModels: Pick<ReadModels, 'load' | 'rows'>;
}

/** One step of what is known: the record that made it, and the event as it stood then. */
export interface HistoryStep {
  readonly record: RecordedEvent;
  readonly result: CorrectedEvent;
}

/** How an event came to be what it is known to be, oldest step first; `undefined` when there is no such event. */
export async function historyOf(
  { ledger, readModels }: HistorySources,
  id: string,
): Promise<HistoryStep[] | undefined> {
  const event = await eventAt(ledger, id);
  if (event === undefined || isCorrection(event)) return undefined;
  const [original = event] = await withPositions(readModels, event.stream, [event]);
  const corrections = await correctionsOf(readModels, id);
  const steps: HistoryStep[] = [{ record: original, result: event }];
  for (const correction of corrections) {
    const { result } = steps.at(-1) ?? { result: event };
    steps.push({ record: correction, result: correctedEvent(result, [correction]) });
  }
  return steps;
}
