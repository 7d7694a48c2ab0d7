import { systemTiming, type Timing } from '#shared/clock.ts';
import { type Block, eventsAfter, type PositionedEvent, sliceAfter } from '#shared/feed/blocks/block.ts';
import { fittingItems, maxPageBytes, replyBytes } from '#shared/page-size.ts';
import type { FeedReader } from './feed.ts';

export interface FeedPageQuery {
  /** The last position already seen; 0: from the beginning. */
  readonly after: number;
  readonly limit: number;
  /** Seconds to wait for an event when there is none. */
  readonly wait: number;
  /** Returns whether an event belongs to the page; absent: every event. */
  readonly wants?: (event: PositionedEvent) => Promise<boolean>;
  /** Returns whether there are time and calls left for another event; at least one is examined in any case. */
  readonly hasBudget?: () => boolean;
}

export interface FeedPage {
  readonly items: readonly PositionedEvent[];
  /** The last position that was examined. */
  readonly looked: number;
}

/** The most bytes of events examined for one page, so that a selective filter stays bounded. */
const maxLookedBytes = 16 * 1024 * 1024;

/**
 * Reads a page of the feed; shorter than the limit where events are large or the filter is selective. Empty when
 * nothing matched within the time to wait, or within the bytes, time and calls for looking.
 */
export async function readFeedPage(
  feed: FeedReader,
  query: FeedPageQuery,
  timing: Timing = systemTiming,
): Promise<FeedPage> {
  const { hasBudget = () => true } = query;
  const deadline = timing.now() + query.wait * 1000;
  const pauses = waits(timing.random);
  let { position: head } = await feed.head();
  let page: FeedPage = { items: [], looked: query.after };
  for (;;) {
    page = await chosenUpTo(head, feed, { ...query, after: page.looked });
    if (page.items.length > 0 || page.looked < head) return page;
    while (head <= page.looked) {
      const left = deadline - timing.now();
      if (left <= 0 || !hasBudget()) return page;
      await timing.pause(Math.min(pauses.next().value, left));
      ({ position: head } = await feed.head('eventual'));
    }
  }
}

/** Returns the blocks that fit into a page, at least one; compressed entries are shown as they were hashed. */
export function fittingBlocks(blocks: readonly Block[]): readonly Block[] {
  return fittingItems(blocks);
}

const firstPauseMs = 250;
const longestPauseMs = 2000;

/**
 * Milliseconds between two reads of the feed's head while waiting: growing, with jitter, so that many waiting clients
 * spread.
 */
function* waits(random: () => number): Generator<number, never> {
  for (let ms = firstPauseMs; ; ms = Math.min(ms * 1.5, longestPauseMs)) yield ms * (0.9 + random() * 0.2);
}

async function chosenUpTo(
  head: number,
  feed: Pick<FeedReader, 'read'>,
  { after, limit, wants = async () => true, hasBudget = () => true }: FeedPageQuery,
): Promise<FeedPage> {
  const items: PositionedEvent[] = [];
  let looked = after;
  let bytes = 0;
  let lookedBytes = 0;
  // A block holds one event or hundreds: ask for a few first, since every block that is read is paid for.
  for (let atMost = 1; looked < head; atMost *= 2) {
    const blocks = sliceAfter(looked, await feed.read(looked, atMost));
    if (blocks.length === 0) return { items, looked };
    for (const block of blocks) {
      for (const event of eventsAfter(looked, block)) {
        looked = event.position;
        if (await wants(event)) {
          items.push(event);
          bytes += replyBytes(event);
        }
        if (items.length === limit || bytes > maxPageBytes || !hasBudget()) return { items, looked };
      }
      lookedBytes += block.entries.length;
      if (lookedBytes > maxLookedBytes) return { items, looked };
    }
  }
  return { items, looked };
}
