import { eventsAfter } from '#shared/feed/blocks/block.ts';
import type { FeedReader } from '#shared/feed/feed.ts';
import type { SubscriptionProgress } from './progress.ts';

/**
 * The lag of a subscription: events up to the last one that may concern it, and seconds since the next of them was
 * recorded.
 */
export interface Lag {
  readonly events: number;
  readonly seconds: number;
}

/** Returns the lag of a subscription behind the head of the feed. */
export async function lagOf(
  feed: Pick<FeedReader, 'read'>,
  head: number,
  { subscription: { state, catchingUp, pending }, reached }: SubscriptionProgress,
  at: Date,
): Promise<Lag> {
  const last = state === 'active' && !catchingUp ? (pending?.to ?? reached) : head;
  if (last <= reached) return { events: 0, seconds: 0 };
  const [block] = await feed.read(reached, 1);
  const [next] = block === undefined ? [] : eventsAfter(reached, block);
  const since = next === undefined ? at.getTime() : Date.parse(next.recordedAt);
  return { events: last - reached, seconds: Math.max(at.getTime() - since, 0) / 1000 };
}
