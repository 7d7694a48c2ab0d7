import { eventsAfter, lastPosition, type PositionedEvent, sliceAfter } from '#shared/feed/block.ts';
import type { FeedReader } from '#shared/feed/feed.ts';
import type { Filter } from './filter.ts';
import { type Views, wanted } from './matching.ts';

/** A stretch of the feed: what of it is wanted, and how far it was looked. */
export interface Stretch {
  readonly events: readonly PositionedEvent[];
  readonly looked: number;
}

export interface Range {
  /** The last position that is of no interest any more. */
  readonly after: number;
  /** The last one that is. */
  readonly upTo: number;
}

/** What a filter wants of a range of the feed, in order, stretch by stretch: at first a block at a time, since every block that is read is paid for. */
export async function* matchingFeed(
  feed: Pick<FeedReader, 'read'>,
  views: Views,
  filter: Filter,
  { after, upTo }: Range,
): AsyncGenerator<Stretch> {
  let looked = after;
  for (let atMost = 1; looked < upTo; atMost = Math.min(atMost * 2, 1024)) {
    const from = looked;
    const blocks = sliceAfter(from, await feed.read(from, atMost));
    const last = blocks.at(-1);
    if (last === undefined) return;
    const events = blocks.flatMap((block) => eventsAfter(from, block)).filter(({ position }) => position <= upTo);
    looked = Math.min(lastPosition(last), upTo);
    yield { events: await wanted(filter, views, events), looked };
  }
}
