import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { reportedState } from '#shared/domain/corrections/known-by-report.ts';
import { inParallel } from '#shared/in-parallel.ts';
import type { SeenEvent } from './change.ts';
import { rowId, type RowReader } from './read-models.ts';
import { eventIn, type HistoryRow, historyRange, storedKeyOfId } from './stored-events.ts';

/** An event as known by report, and the instant since which it is so. */
export interface ReportedEvent {
  readonly event: SeenEvent;
  readonly since: string;
}

/**
 * Returns events as known by report at an instant, without those that were not known. It takes one round of reads for
 * the events that are given by id alone, and a query for each that was corrected.
 */
export async function eventsReported(
  store: Pick<RowReader, 'load' | 'rows' | 'upTo'>,
  asked: ReadonlyMap<string, SeenEvent | undefined>,
  asOf: string,
): Promise<ReadonlyMap<string, ReportedEvent>> {
  const unread = [...asked].flatMap(([id, event]) => (event === undefined ? [id] : []));
  const rows = unread.length === 0 ? new Map<string, never>() : await store.load(unread.map(storedKeyOfId));
  const found = await inParallel([...asked], async ([id, held]) => {
    const row = rows.get(rowId(storedKeyOfId(id)));
    const event = held ?? (row && eventIn(row)?.event);
    return event === undefined ? [] : reported(store, event, asOf);
  });
  return new Map(found.flat().map((one) => [one.event.id, one]));
}

async function reported(
  store: Pick<RowReader, 'rows' | 'upTo'>,
  event: SeenEvent,
  asOf: string,
): Promise<ReportedEvent[]> {
  const { upTo = Number.POSITIVE_INFINITY } = store;
  const steps = event.corrections === undefined ? [] : await Array.fromAsync(store.rows(historyRange(event)));
  const causes = steps.map(({ data }) => (data as HistoryRow).cause).filter(({ position }) => position <= upTo);
  const [first = event] = causes.filter((cause): cause is typeof cause & SeenEvent => !isCorrection(cause));
  const state = first.position > upTo ? undefined : reportedState(first, causes.filter(isCorrection), asOf);
  return state === undefined ? [] : [state];
}
