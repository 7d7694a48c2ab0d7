import { eventsAfter, lastPosition, type PositionedEvent, sliceAfter } from '#shared/feed/blocks/block.ts';
import type { FeedReader } from '#shared/feed/feed.ts';
import type { Filter } from './filter.ts';
import { type Views, wanted } from './matching.ts';

/** A slice of what is read: the wanted part of it, and the last position that was read. */
export interface Stretch<Notice = PositionedEvent> {
  readonly events: readonly Notice[];
  readonly looked: number;
}

export interface Range {
  /** The position before the first one to read. */
  readonly after: number;
  /** The last position to read. */
  readonly upTo: number;
  /** The id of the last notice of the first position that was sent already, where a position has several. */
  readonly sent?: string | undefined;
}

/**
 * Reads the events of a range that a filter wants, in order, slice by slice. It begins with one block: each block that
 * is read costs units.
 */
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
