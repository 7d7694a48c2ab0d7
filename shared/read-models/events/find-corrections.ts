import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { parseEventAddress } from '#shared/domain/events/event-address.ts';
import { type HistoryRow, historyRange, type PositionedCorrection } from '#shared/projections/engine/event-rows.ts';
import { servedReadModels } from '#shared/projections/generations/served-read-models.ts';
import type { Progress } from '#shared/projections/engine/projection-progress.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';

export interface CorrectionSources extends Pick<Progress, 'serving'> {
  readonly readModels: RowReader;
}

/** Finds the corrections of an event in the generations that serve. */
export const findCorrections =
  ({ readModels, serving }: CorrectionSources) =>
  async (eventId: string): Promise<PositionedCorrection[]> =>
    correctionsOf(servedReadModels(readModels, await serving()), eventId);

/** The corrections of an event in the order of the feed: one query of its history. */
export async function correctionsOf(store: Pick<RowReader, 'rows'>, eventId: string): Promise<PositionedCorrection[]> {
  const address = parseEventAddress(eventId);
  if (address === undefined) return [];
  const steps = await Array.fromAsync(store.rows(historyRange(address)), ({ data }) => (data as HistoryRow).cause);
  return steps.filter(isCorrection);
}
