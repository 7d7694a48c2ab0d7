import { setTimeout as pause } from 'node:timers/promises';
import type { Checkpoints } from '../feed/checkpoints.ts';
import { positionsOf } from './positions.ts';
import { projectionId, type ProjectionName } from './projection.ts';
import type { ReadModels } from './read-models.ts';

/**
 * Waits, at most so many seconds, until a read model has a stream's version: its global position then,
 * or `undefined` when the time is over.
 */
export type Arrival = (stream: string, version: number, seconds: number) => Promise<number | undefined>;

/** Milliseconds between two looks: at first short, since the usual way through takes a fraction of a second. */
const firstPause = 20;
const longestPause = 250;

/** The arrival of events in one projection. */
export const arrivalAt =
  (
    projection: ProjectionName,
    stores: { readonly readModels: Pick<ReadModels, 'load'>; readonly checkpoints: Pick<Checkpoints, 'position'> },
  ): Arrival =>
  async (stream, version, seconds) => {
    const deadline = performance.now() + seconds * 1000;
    let position: number | undefined;
    for (let ms = firstPause; ; ms = Math.min(ms * 1.5, longestPause)) {
      position ??= (await positionsOf(stores.readModels, stream, [version])).get(version);
      if (position !== undefined && (await stores.checkpoints.position(projectionId(projection))) >= position) {
        return position;
      }
      if (performance.now() + ms > deadline) return undefined;
      await pause(ms);
    }
  };
