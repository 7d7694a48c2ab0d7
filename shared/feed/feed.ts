import type { Block, FeedHead } from './block.ts';

/** Reading the global order. */
export interface FeedReader {
  /** Strongly consistent, unless an answer that may be some moments old, at half the price, will do. */
  head(consistency?: 'strong' | 'eventual'): Promise<FeedHead>;
  /** The blocks from the one that holds the next position on, at most so many or as many as one call returns; none at the end. */
  read(after: number, atMost?: number): Promise<readonly Block[]>;
}

/** The sequencer's view of some streams: where the feed ends, and the last version of each stream that is in it (0: none). */
export interface FeedView {
  readonly head: FeedHead;
  readonly markers: ReadonlyMap<string, number>;
}

/** At most this many streams in one view and in one block: a transaction has 100 actions, and the block and the head are two. */
export const maxStreams = 98;

/** Writing the global order: only the sequencer does. */
export interface FeedWriter {
  /** Strongly consistent. */
  view(streams: readonly string[]): Promise<FeedView>;
  /**
   * Writes the block, moves the head and the markers, all or nothing, if they are still as in `from`.
   * Returns the new view, or `undefined` when another sequencer was faster.
   */
  append(block: Block, from: FeedView, markers: ReadonlyMap<string, number>): Promise<FeedView | undefined>;
}

/** Where the sweep over the ledger goes on. */
export interface ReconcileCursor {
  load(): Promise<string | undefined>;
  save(after: string | undefined): Promise<void>;
}
