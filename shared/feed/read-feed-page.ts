import { setTimeout as pause } from 'node:timers/promises';
import { eventsAfter, type PositionedEvent } from './block.ts';
import type { FeedReader } from './feed.ts';

export interface FeedPageQuery {
  /** The last position already seen; 0: from the beginning. */
  readonly after: number;
  readonly limit: number;
  /** Seconds to wait for an event when there is none. */
  readonly wait: number;
}

/** Milliseconds between two looks at the feed's head while waiting. */
const pollMs = 250;

/** A page of the feed; empty only when nothing came within the time to wait. */
export async function readFeedPage(
  feed: FeedReader,
  { after, limit, wait }: FeedPageQuery,
): Promise<PositionedEvent[]> {
  const deadline = performance.now() + wait * 1000;
  while ((await feed.head()).position <= after) {
    const left = deadline - performance.now();
    if (left <= 0) return [];
    await pause(Math.min(pollMs, left));
  }
  const events: PositionedEvent[] = [];
  let position = after;
  while (events.length < limit) {
    const blocks = await feed.read(position);
    if (blocks.length === 0) break;
    for (const block of blocks) {
      events.push(...eventsAfter(position, block));
      if (events.length >= limit) break;
    }
    position = events.at(-1)?.position ?? position;
  }
  return events.slice(0, limit);
}
