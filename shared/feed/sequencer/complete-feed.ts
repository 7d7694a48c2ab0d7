import { type Block, type FeedHead, headAfter } from '#shared/feed/blocks/block.ts';
import type { FeedWriter } from '#shared/feed/feed.ts';
import { type SequencedCommit, type VersionRow, versionRows, versionRowsOf } from '#shared/feed/blocks/version-rows.ts';

/** Blocks whose rows may wait to be written while more blocks are put. */
const maxWaiting = 16;

/**
 * Writes the missing rows of every block after `complete` and returns the end of the feed; `undefined` when time runs
 * out first, keeping the progress.
 */
export async function completeFeed(
  feed: Pick<FeedWriter, 'complete' | 'blocksAfter' | 'writeRows' | 'moveComplete'>,
  hasTime: () => boolean,
): Promise<FeedHead | undefined> {
  let head = await feed.complete();
  for (;;) {
    const blocks = await feed.blocksAfter(head);
    const last = blocks.at(-1);
    if (last === undefined) return head;
    if (!hasTime()) return undefined;
    await feed.writeRows(blocks.flatMap(versionRowsOf));
    head = headAfter(last);
    await feed.moveComplete(head);
  }
}

export interface BlockFinisher {
  /** Queues the rows of a block for writing; waits while too many blocks are queued. */
  add(block: Block, commits: readonly SequencedCommit[]): Promise<void>;
  /** Waits until all queued rows are written; throws the first error. */
  end(): Promise<void>;
}

/** Writes the rows of consecutive blocks, then moves `complete`, while the next blocks are put. */
export function blockFinisher(feed: Pick<FeedWriter, 'writeRows' | 'moveComplete'>): BlockFinisher {
  const state: { running?: Promise<void> | undefined; failure?: { readonly error: unknown } } = {};
  let waiting: { readonly block: Block; readonly rows: readonly VersionRow[] }[] = [];

  const work = async (): Promise<void> => {
    for (let batch = waiting; batch.length > 0; batch = waiting) {
      waiting = [];
      await feed.writeRows(batch.flatMap(({ rows }) => rows));
      const last = batch.at(-1);
      if (last !== undefined) await feed.moveComplete(headAfter(last.block));
    }
  };
  const start = async (): Promise<void> => {
    // Nothing is finished after a block that is not: `complete` would move past rows that are not written.
    if (state.failure !== undefined) return undefined;
    return (state.running ??= work()
      .catch((error: unknown) => void (state.failure = { error }))
      .finally(() => (state.running = undefined)));
  };

  const end = async (): Promise<void> => {
    while (state.failure === undefined && (state.running !== undefined || waiting.length > 0)) await start();
    if (state.failure !== undefined) throw state.failure.error;
  };
  return {
    add: async (block, commits) => {
      waiting.push({ block, rows: versionRows({ position: block.position - 1, hash: block.previousHash }, commits) });
      void start();
      if (waiting.length > maxWaiting || state.failure !== undefined) await end();
    },
    end,
  };
}
