import type { Block } from '../feed/block.ts';
import { lastPosition } from '../feed/block.ts';
import type { FeedReader } from '../feed/feed.ts';
import type { LedgerReader, LedgerWalk } from '../ledger/ledger.ts';
import type { VerifiableRecord } from './verify.ts';

/** The record as the stores hold it. */
export const storedRecord = (stores: {
  readonly ledger: Pick<LedgerReader, 'commits'>;
  readonly walk: LedgerWalk;
  readonly feed: Pick<FeedReader, 'read'>;
}): VerifiableRecord => ({
  blocks: () => allBlocks(stores.feed),
  streams: () => allStreams(stores.walk),
  commits: (stream) => stores.ledger.commits(stream, { direction: 'forward' }),
});

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
    for (const { stream } of page.commits) yield stream;
    after = page.next;
  } while (after !== undefined);
}
