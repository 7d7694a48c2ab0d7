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
  /** What serves at the moment. */
  readonly serving: () => Promise<Serving>;
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
  const there = new Set<string>();
  let reached = 0;
  const look = async () => {
    const current = await serving();
    const behind = projections.map(current).filter((build) => !there.has(build));
    const positions = await checkpoints.positions(behind);
    for (const [build, at] of positions) if (at >= position) there.add(build);
    reached = Math.min(position, ...positions.values());
    return reached >= position ? current : undefined;
  };
  const found = await seenWithin(seconds, look, clock);
  if (found === undefined) throw new ProjectionLagging(position, reached);
  return found;
}
