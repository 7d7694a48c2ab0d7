import { type Clock, systemTiming } from '#shared/clock.ts';
import type { Checkpoints } from '#shared/feed/consumers/checkpoints.ts';
import { seenWithin } from '#shared/feed/seen-within.ts';
import type { Serving } from '#shared/projections/generations/generation-registry.ts';

/** Projections did not reach the position of a query within its waiting time. */
export class ProjectionLagging extends Error {
  /** The requested position, and the last one that all the read models have. */
  readonly wanted: number;
  readonly reached: number;

  constructor(wanted: number, reached: number) {
    super(`The read models have come to position ${reached}, not yet to ${wanted}`);
    this.name = 'ProjectionLagging';
    this.wanted = wanted;
    this.reached = reached;
  }
}

export interface Progress {
  readonly checkpoints: Pick<Checkpoints, 'positions'>;
  /** Returns the serving generations; `fresh` bypasses the cache. */
  readonly serving: (fresh?: boolean) => Promise<Serving>;
  /** Absent: the system's. */
  readonly clock?: Clock;
}

/** The serving generations, and the watermark up to which all requested projections are complete. */
export interface Complete {
  readonly serving: Serving;
  readonly upTo: number;
}

/** Looks where projections are: one read of their checkpoints. Rows must be read after that, never before. */
export async function completeNow(
  projections: readonly string[],
  { checkpoints, serving }: Progress,
  fresh = false,
): Promise<Complete> {
  const current = await serving(fresh);
  const consumers = new Set(projections.map((name) => current.consumerOf(current(name))));
  const positions = await checkpoints.positions([...consumers]);
  return { serving: current, upTo: Math.min(...positions.values()) };
}

/** Waits until all these projections reach a position; throws ProjectionLagging after the given seconds. */
export async function completeTo(
  position: number,
  projections: readonly string[],
  progress: Progress,
  seconds: number,
): Promise<Complete> {
  let reached = 0;
  const look = async (fresh: boolean): Promise<Complete | undefined> => {
    const complete = await completeNow(projections, progress, fresh);
    reached = Math.min(position, complete.upTo);
    return complete.upTo >= position ? complete : undefined;
  };
  // Another generation may have come into service, and with it another checkpoint.
  const found = await seenWithin(
    seconds,
    async () => (await look(false)) ?? look(true),
    progress.clock ?? systemTiming,
  );
  if (found === undefined) throw new ProjectionLagging(position, reached);
  return found;
}
