import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { parseEventAddress } from '#shared/domain/events/event-address.ts';
import { type HistoryRow, historyRange, type PositionedCorrection } from '#shared/projections/engine/stored-events.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';

/** The corrections of an event up to the watermark, in the order of the feed: one query of its history. */
export async function correctionsOf(
  store: Pick<RowReader, 'rows' | 'upTo'>,
  eventId: string,
): Promise<PositionedCorrection[]> {
  const address = parseEventAddress(eventId);
  if (address === undefined) return [];
  const { upTo = Number.POSITIVE_INFINITY } = store;
  const steps = await Array.fromAsync(store.rows(historyRange(address)), ({ data }) => (data as HistoryRow).cause);
  return steps.filter(isCorrection).filter(({ position }) => position <= upTo);
}
