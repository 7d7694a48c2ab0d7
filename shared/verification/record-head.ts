import { blocksMediaType } from '#shared/api/protocol/record-media-types.ts';
import type { Block, FeedHead } from '#shared/feed/blocks/block.ts';

/** Reads blocks of the feed after a cursor: `GET /events` with this `Accept`. */
type ReadBlocks = (after: string | undefined, accept: string) => Promise<Response>;

/**
 * Reads the head that the feed had at a position: the end of its last block up to there. `after` is a cursor not far
 * before. Returns `undefined` where no block ends between the two.
 */
export async function recordHeadAt(
  read: ReadBlocks,
  position: number,
  after: string | undefined,
): Promise<FeedHead | undefined> {
  let head: FeedHead | undefined;
  for (let cursor = after; ;) {
    const response = await read(cursor, blocksMediaType);
    const { items, next } = (await response.json()) as { readonly items: readonly Block[]; readonly next: string };
    for (const block of items) {
      const last = block.position + block.count - 1;
      if (last > position) return head;
      head = { position: last, hash: block.hash };
    }
    if (items.length === 0) return head;
    cursor = next;
  }
}
