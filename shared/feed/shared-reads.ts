import { type Block, lastPosition } from './block.ts';
import type { FeedReader } from './feed.ts';

/** Reads of the feed, each up to a megabyte as it is stored, that are kept for consumers that come by a little later. */
const kept = 4;

/**
 * Reads the feed once for consumers that come by the same places at about the same time, and for one that takes less at a time than a read
 * returns: what was read is served again from any of its blocks on. Where the first reader saw the feed end, it ends for the others too. What
 * could not be read is read again.
 */
export function sharedReads(feed: Pick<FeedReader, 'read'>): Pick<FeedReader, 'read'> {
  const reads = new Map<string, Promise<readonly Block[]>>();
  const done = new Map<string, readonly Block[]>();

  /** The blocks from the one that holds the next position on, out of a read that began before it. */
  const within = (after: number): readonly Block[] | undefined => {
    for (const blocks of done.values()) {
      const first = blocks.findIndex((block) => block.position <= after + 1 && lastPosition(block) > after);
      if (first > 0) return blocks.slice(first);
    }
    return undefined;
  };

  return {
    read: async (after, atMost) => {
      const place = `${after} ${atMost ?? ''}`;
      const served = reads.has(place) || atMost !== undefined ? undefined : within(after);
      if (served !== undefined) return served;
      const read = reads.get(place) ?? feed.read(after, atMost);
      reads.set(place, read);
      const oldest = reads.size > kept ? reads.keys().next().value : undefined;
      if (oldest !== undefined) {
        reads.delete(oldest);
        done.delete(oldest);
      }
      try {
        const blocks = await read;
        if (reads.has(place) && atMost === undefined) done.set(place, blocks);
        return blocks;
      } catch (error) {
        reads.delete(place);
        throw error;
      }
    },
  };
}
