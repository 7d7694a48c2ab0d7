import { type Block, lastPosition } from '#shared/feed/blocks/block.ts';
import type { FeedReader } from '#shared/feed/feed.ts';

/** Cached reads of the feed, each up to 1 MB as stored. */
const kept = 4;

/**
 * Reads the feed once for consumers that need the same blocks at about the same time, or less at a time than a read
 * returns. The end that the first reader saw is the end for the others. Failed reads are not cached.
 */
export function sharedReads(feed: Pick<FeedReader, 'read'>): Pick<FeedReader, 'read'> {
  const reads = new Map<string, Promise<readonly Block[]>>();
  const done = new Map<string, readonly Block[]>();

  /** Returns the blocks from the one that holds the next position on, from an earlier read. */
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
