import { setTimeout as pause } from 'node:timers/promises';
import { eventsAfter, type PositionedEvent, sliceAfter } from './block.ts';
import { maxPageBytes } from '../page-size.ts';
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

/** A page of the feed, shorter than the limit where events are large; empty only when nothing came within the time to wait. */
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
  let bytes = 0;
  // A block holds one event or hundreds: ask for a few first, since every block that is read is paid for.
  for (let atMost = 1; ; atMost *= 2) {
    const blocks = sliceAfter(position, await feed.read(position, atMost));
    if (blocks.length === 0) return events;
    for (const block of blocks) {
      events.push(...eventsAfter(position, block));
      bytes += Buffer.byteLength(block.entries);
      if (events.length >= limit || bytes > maxPageBytes) return events.slice(0, limit);
    }
    position = events.at(-1)?.position ?? position;
  }
}
