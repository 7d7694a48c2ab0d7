import type { Block, FeedHead } from './block.ts';
import type { NotifiedVersions, StreamEnd } from './stream-end.ts';
import type { VersionRow } from './version-rows.ts';

/** Reading the global order. */
export interface FeedReader {
  /** Reads the last position: strongly consistent, or, at half the price, as it was some moments ago. */
  head(consistency?: 'strong' | 'eventual'): Promise<FeedHead>;
  /** Reads the blocks from the one that holds the next position on, at most so many or as many as one call returns; none at the end. */
  read(after: number, atMost?: number): Promise<readonly Block[]>;
}

/** Reading at which positions the versions of a stream are. */
export interface FeedPositions {
  /** Reads the positions of some versions of a stream, strongly consistent; one that has no position yet is absent. */
  positionsOf(stream: string, versions: readonly number[]): Promise<ReadonlyMap<number, number>>;
  /** Reads the position of one version. */
  positionOf(stream: string, version: number): Promise<number | undefined>;
}

/**
 * Writing the global order: only the sequencer does. `put` is the commit point; version rows are derived from blocks, and `complete` is a
 * position up to which all of them are written.
 */
export interface FeedWriter {
  /** Reads the last position up to which every version row is written, strongly consistent. */
  complete(): Promise<FeedHead>;
  /** Reads the blocks after the end of a block, at most as many as one call returns, strongly consistent. */
  blocksAfter(end: FeedHead): Promise<readonly Block[]>;
  /** Tells where streams end, as far as it matters for their notified commits; exact up to every `complete` that was read before. */
  streamEnds(notified: ReadonlyMap<string, NotifiedVersions>): Promise<ReadonlyMap<string, StreamEnd>>;
  /** Puts a block if its position is free; `false`: it is taken. */
  put(block: Block): Promise<boolean>;
  /** Writes version rows, whether they are there already or not. */
  writeRows(rows: readonly VersionRow[]): Promise<void>;
  /** Moves `complete`, never back. Only right when the rows of every block up to there are written, no matter who put the block. */
  moveComplete(to: FeedHead): Promise<void>;
  /** Tells which of the commits that end with these versions may be missing in the feed; what was written a moment ago may be named. */
  withoutRow(ends: readonly { readonly stream: string; readonly version: number }[]): Promise<ReadonlySet<string>>;
}

/** Where the reconciliation of the ledger goes on. */
export interface ReconcileCursor {
  load(): Promise<string | undefined>;
  save(after: string | undefined): Promise<void>;
}
