import { systemTiming } from '#shared/clock.ts';
import type { FeedReader } from '#shared/feed/feed.ts';
import { type Complete, completeNow, completeTo, type Progress, ProjectionLagging } from './projection-progress.ts';

/** Milliseconds after which a recorded event is in the feed: longer than an append and the sequencer take. */
export const settlingMs = 1000;

export interface SettlingPorts extends Progress {
  readonly feed: Pick<FeedReader, 'head'>;
  readonly now: () => Date;
}

/** Of each set of consumers, the moment at which everything that the feed had then was seen to be projected. */
const seen = new WeakMap<SettlingPorts['feed'], Map<string, number>>();

/**
 * Waits until everything that was recorded up to an instant is projected, so that a query as of that instant has the
 * same result whenever it is repeated. Throws ProjectionLagging when that takes more than so many seconds.
 */
export async function completeAsOf(
  instant: string,
  projections: readonly string[],
  ports: SettlingPorts,
  seconds: number,
): Promise<Complete> {
  const { feed, now, clock = systemTiming } = ports;
  const settled = Date.parse(instant) + settlingMs;
  const complete = await completeNow(projections, ports);
  const moments = seen.get(feed) ?? new Map<string, number>();
  seen.set(feed, moments);
  const consumers = projections.map((name) => complete.serving.consumerOf(complete.serving(name))).join();
  if ((moments.get(consumers) ?? 0) >= settled) return complete;
  const wait = settled - now().getTime();
  if (wait > seconds * 1000) throw new ProjectionLagging((await feed.head()).position, complete.upTo);
  if (wait > 0) await clock.pause(wait);
  const moment = now().getTime();
  const { position } = await feed.head();
  const left = seconds - Math.max(wait, 0) / 1000;
  const found = complete.upTo >= position ? complete : await completeTo(position, projections, ports, left);
  moments.set(consumers, Math.max(moments.get(consumers) ?? 0, moment));
  return found;
}
