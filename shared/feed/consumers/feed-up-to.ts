import { type Block, lastPosition } from '#shared/feed/blocks/block.ts';
import type { FeedReader } from '#shared/feed/feed.ts';

/** Limits the feed to a position, for a consumer that must not overtake another. */
export const feedUpTo = (feed: Pick<FeedReader, 'read'>, position: number): Pick<FeedReader, 'read'> => ({
  read: async (after, atMost) => (after >= position ? [] : blocksUpTo(await feed.read(after, atMost), position)),
});

/** Returns the blocks that end at or before a position. */
export const blocksUpTo = (blocks: readonly Block[], position: number): Block[] =>
  blocks.filter((block) => lastPosition(block) <= position);
