import { type Block, eventsAfter, lastPosition, sliceAfter } from '#shared/feed/blocks/block.ts';
import type { FeedReader } from '#shared/feed/feed.ts';
import { type SizedEvent, type SliceLimits, sliceLimits } from './slice.ts';

/** Returns the buffered events after a position, in order and without a gap; none at the end. */
export type UpcomingEvents = (after: number) => Promise<readonly SizedEvent[]>;

/**
 * Reads the feed up to a position, about 1 MB at a time, and buffers the events: each block is read and parsed once,
 * however many slices it takes. Blocks of the notification save a read when they are next. Reads on until a slice is
 * full.
 */
export function upcomingEvents(
  feed: Pick<FeedReader, 'read'>,
  end: number,
  notified: readonly Block[] = [],
  limits: SliceLimits = sliceLimits,
): UpcomingEvents {
  let kept: readonly SizedEvent[] = [];
  const read = async (after: number): Promise<SizedEvent[]> => {
    const brought = sliceAfter(after, notified);
    const blocks = brought.length > 0 ? brought : sliceAfter(after, await feed.read(after));
    return blocks.flatMap((block) => sizedEvents(after, block)).filter(({ event }) => event.position <= end);
  };
  return async (after) => {
    kept = kept.filter(({ event }) => event.position > after);
    if (kept[0]?.event.position !== after + 1) kept = await read(after);
    for (let last = lastOf(kept); last !== undefined && last < end && isPart(kept, limits);) {
      const more = await read(last);
      kept = [...kept, ...more];
      last = lastOf(more);
    }
    return kept;
  };
}

const lastOf = (events: readonly SizedEvent[]): number | undefined => events.at(-1)?.event.position;

/** Whether the events do not fill a slice that takes several reads. */
const isPart = (events: readonly SizedEvent[], limits: SliceLimits): boolean =>
  limits.events > sliceLimits.events &&
  events.length < limits.events &&
  events.reduce((sum, { bytes }) => sum + bytes, 0) < limits.bytes;

function sizedEvents(after: number, block: Block): SizedEvent[] {
  const bytes = Math.ceil(block.entries.length / block.count);
  return eventsAfter(after, block).map((event) => ({ event, bytes }));
}

/** Returns the last position that a notification's blocks reach from a position without a gap. */
export function contiguousEnd(after: number, blocks: readonly Block[]): number {
  let end = after;
  for (const block of blocks.toSorted((a, b) => a.position - b.position)) {
    if (block.position <= end + 1) end = Math.max(end, lastPosition(block));
  }
  return end;
}

/**
 * Returns the end of blocks that come next for every one of some consumers, by their positions; `undefined` when they
 * do not, or a position is unknown.
 */
export function endOfNext(positions: readonly (number | undefined)[], blocks: readonly Block[]): number | undefined {
  let end: number | undefined;
  for (const position of positions) {
    const own = position === undefined ? undefined : contiguousEnd(position, blocks);
    if (own === undefined || own === position) return undefined;
    end = Math.max(end ?? 0, own);
  }
  return end;
}
