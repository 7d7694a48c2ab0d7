import { systemTiming, type Timing } from '#shared/clock.ts';
import { type Block, eventsAfter, lastPosition, type PositionedEvent, sliceAfter } from './block.ts';
import { fittingItems, maxPageBytes, replyBytes } from '#shared/page-size.ts';
import type { FeedReader } from './feed.ts';

/** Chooses among events of the feed; keeps their order. */
export type Choose = (events: readonly PositionedEvent[]) => Promise<readonly PositionedEvent[]>;

export interface FeedPageQuery {
  /** The last position already seen; 0: from the beginning. */
  readonly after: number;
  readonly limit: number;
  /** Seconds to wait for an event when there is none. */
  readonly wait: number;
  /** Absent: every event. */
  readonly choose?: Choose;
}

export interface FeedPage {
  readonly items: readonly PositionedEvent[];
  /** How far it was looked: nobody needs to look again at what comes before. */
  readonly looked: number;
}

/** Bytes of events that are looked through for one page: a filter that nearly nothing passes must not take all of its time. */
const maxLookedBytes = 16 * 1024 * 1024;

/**
 * A page of the feed, shorter than the limit where events are large or few of many are chosen. Empty when nothing was chosen within the
 * time to wait, or among as much as is looked through at once.
 */
export async function readFeedPage(
  feed: FeedReader,
  query: FeedPageQuery,
  timing: Timing = systemTiming,
): Promise<FeedPage> {
  const deadline = timing.now() + query.wait * 1000;
  const pauses = waits(timing.random);
  let { position: head } = await feed.head();
  let page: FeedPage = { items: [], looked: query.after };
  for (;;) {
    page = await chosenUpTo(head, feed, { ...query, after: page.looked });
    if (page.items.length > 0 || page.looked < head) return page;
    while (head <= page.looked) {
      const left = deadline - timing.now();
      if (left <= 0) return page;
      await timing.pause(Math.min(pauses.next().value, left));
      ({ position: head } = await feed.head('eventual'));
    }
  }
}

/** Takes as many blocks as a page holds, one at least: what is compressed in the feed is shown as it was hashed. */
export function fittingBlocks(blocks: readonly Block[]): readonly Block[] {
  return fittingItems(blocks);
}

const firstPauseMs = 250;
const longestPauseMs = 2000;

/** Milliseconds between two looks at the feed's head while waiting: longer each time, and by chance, so that many who wait do not look at once. */
function* waits(random: () => number): Generator<number, never> {
  for (let ms = firstPauseMs; ; ms = Math.min(ms * 1.5, longestPauseMs)) yield ms * (0.9 + random() * 0.2);
}

async function chosenUpTo(
  head: number,
  feed: Pick<FeedReader, 'read'>,
  { after, limit, choose = async (events) => events }: FeedPageQuery,
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
      const chosen = await choose(eventsAfter(looked, block));
      items.push(...chosen);
      looked = lastPosition(block);
      bytes += replyBytes(chosen);
      lookedBytes += block.entries.length;
      if (items.length > limit) return { items: items.slice(0, limit), looked: items[limit - 1]?.position ?? after };
      if (items.length === limit || bytes > maxPageBytes || lookedBytes > maxLookedBytes) return { items, looked };
    }
  }
  return { items, looked };
}
