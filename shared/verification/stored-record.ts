import { type Block, emptyFeed, headAfter, lastPosition } from '#shared/feed/blocks/block.ts';
import type { FeedReader } from '#shared/feed/feed.ts';
import type { LedgerReader, LedgerWalk } from '#shared/ledger/ledger.ts';
import type { VerifiableRecord } from './verify.ts';
import { RecordBroken } from './verify-block.ts';

/** The record as the stores hold it. */
export const storedRecord = (stores: {
  readonly ledger: Pick<LedgerReader, 'commits'>;
  readonly walk: LedgerWalk;
  readonly feed: FeedReader;
}): VerifiableRecord => ({
  blocks: () => wholeFeed(stores.feed),
  streams: () => allStreams(stores.walk),
  commits: (stream) => stores.ledger.commits(stream, { direction: 'forward' }),
});

/** Reads the feed, which must reach its head: without its last blocks it would still be a chain. */
async function* wholeFeed(feed: FeedReader): AsyncGenerator<Block> {
  const head = await feed.head();
  let last = emptyFeed;
  for await (const block of allBlocks(feed)) {
    yield block;
    last = headAfter(block);
    if (last.position === head.position && last.hash !== head.hash) {
      throw new RecordBroken(`feed position ${block.position}`, "does not have the hash of the feed's head");
    }
  }
  if (last.position < head.position) {
    throw new RecordBroken(`feed position ${last.position + 1}`, `is missing; the feed's head is at ${head.position}`);
  }
}

/** The feed from its beginning. */
export async function* allBlocks(feed: Pick<FeedReader, 'read'>): AsyncGenerator<Block> {
  let after = 0;
  for (;;) {
    const blocks = await feed.read(after);
    const last = blocks.at(-1);
    if (last === undefined) return;
    yield* blocks;
    after = lastPosition(last);
  }
}

async function* allStreams(walk: LedgerWalk): AsyncGenerator<string> {
  let after: string | undefined;
  do {
    const page = await walk.page(after);
    for (const { stream } of [...page.commits, ...(page.malformed ?? [])]) yield stream;
    after = page.next;
  } while (after !== undefined);
}
