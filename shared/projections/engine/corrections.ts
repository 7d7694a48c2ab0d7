import type { Correction } from '#shared/domain/corrections/correction.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import type { PositionedEvent } from '#shared/feed/block.ts';
import { paddedPosition } from './padded-position.ts';
import { type Projection, storedPartition } from './projection.ts';
import type { ReadModels } from './read-models.ts';

/** A correction in its place in the global order. */
export type PositionedCorrection = Extract<PositionedEvent, Correction>;

/** Answers "how was this event corrected?": a row for every correction, under the event that it is about. */
export const corrections: Projection<PositionedCorrection> = {
  name: 'corrections',
  version: 1,
  writesOnce: () => true,
  keys: (event) => (isCorrection(event) ? [{ partition: event.of, sort: paddedPosition(event.position) }] : []),
  project: (_row, event) => (isCorrection(event) ? event : undefined),
};

/** The corrections of an event in the order of the feed. */
export async function correctionsOf(store: Pick<ReadModels, 'rows'>, eventId: string): Promise<PositionedCorrection[]> {
  const partition = storedPartition(corrections, eventId);
  const rows = await Array.fromAsync(store.rows({ partition, order: 'ascending' }));
  return rows.map(({ data }) => data as PositionedCorrection);
}
