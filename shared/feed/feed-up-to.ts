import { type Block, lastPosition } from './block.ts';
import type { FeedReader } from './feed.ts';

/** The feed as far as a position: for a consumer that must not overtake another. */
export const feedUpTo = (feed: Pick<FeedReader, 'read'>, position: number): Pick<FeedReader, 'read'> => ({
  read: async (after, atMost) => (after >= position ? [] : blocksUpTo(await feed.read(after, atMost), position)),
});

/** Those of some blocks that end at a position or before it. */
export const blocksUpTo = (blocks: readonly Block[], position: number): Block[] =>
  blocks.filter((block) => lastPosition(block) <= position);
