import { systemTiming } from '#shared/clock.ts';
import { seenWithin } from '#shared/feed/seen-within.ts';
import { versionsInCode } from '#shared/projections/generations/generations.ts';
import { positionOf } from './positions.ts';
import { completeTo, ProjectionLagging, type Progress } from './projection-progress.ts';
import type { RowReader } from './read-models.ts';
import { servedReadModels } from '#shared/projections/generations/served-read-models.ts';

/**
 * Waits, at most so many seconds, until every read model that serves and is not broken has a stream's version: its
 * global position then, or `undefined` when the time is over.
 */
export type CatchUp = (stream: string, version: number, seconds: number) => Promise<number | undefined>;

export interface ArrivalStores extends Progress {
  readonly readModels: RowReader;
}

/** The arrival of events in projections: in the last of them. */
export const catchUpIn =
  (stores: ArrivalStores, projections: readonly string[] = [...versionsInCode.keys()]): CatchUp =>
  async (stream, version, seconds) => {
    const { clock = systemTiming } = stores;
    const deadline = clock.now() + seconds * 1000;
    const look = async () => {
      const readModels = servedReadModels(stores.readModels, await stores.serving());
      return positionOf(readModels, stream, version);
    };
    const position = await seenWithin(seconds, look, clock);
    if (position === undefined) return undefined;
    try {
      const serving = await stores.serving();
      const kept = projections.filter((name) => !serving.isBroken(serving(name)));
      await completeTo(position, kept, stores, (deadline - clock.now()) / 1000);
      return position;
    } catch (error) {
      if (error instanceof ProjectionLagging) return undefined;
      throw error;
    }
  };
