import type { Clock } from '#shared/clock.ts';
import type { Checkpoints } from '#shared/feed/checkpoints.ts';
import { seenWithin } from '#shared/feed/seen-within.ts';
import type { Serving } from '#shared/projections/generations/generation-registry.ts';

/** Projections have not reached the position that a query asks for within the time that it waits. */
export class ProjectionLagging extends Error {
  /** The position that was asked for, and the last one that all of the read models have. */
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
  /** What serves at the moment; `fresh`: as it is decided now, not some moments ago. */
  readonly serving: (fresh?: boolean) => Promise<Serving>;
  /** Absent: the system's. */
  readonly clock?: Clock;
}

/** What serves, as soon as all of these projections have come to a position; throws ProjectionLagging when that takes more than so many seconds. */
export async function servingAt(
  position: number,
  projections: readonly string[],
  { checkpoints, serving, clock }: Progress,
  seconds: number,
): Promise<Serving> {
  let reached = 0;
  const look = async (fresh: boolean): Promise<Serving | undefined> => {
    const current = await serving(fresh);
    const consumers = new Set(projections.map((name) => current.consumerOf(current(name))));
    const positions = await checkpoints.positions([...consumers]);
    reached = Math.min(position, ...positions.values());
    return reached >= position ? current : undefined;
  };
  // Another generation may have come into service, and with it another checkpoint.
  const found = await seenWithin(seconds, async () => (await look(false)) ?? look(true), clock);
  if (found === undefined) throw new ProjectionLagging(position, reached);
  return found;
}
