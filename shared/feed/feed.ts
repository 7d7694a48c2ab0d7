import type { Block, FeedHead } from '#shared/feed/blocks/block.ts';
import type { NotifiedVersions, StreamEnd } from '#shared/feed/sequencer/stream-end.ts';
import type { VersionRow } from '#shared/feed/blocks/version-rows.ts';

/** Reads the global order. */
export interface FeedReader {
  /** Reads the last position, strongly consistent, or eventually consistent at half the cost. */
  head(consistency?: 'strong' | 'eventual'): Promise<FeedHead>;
  /**
   * Reads blocks from the one that holds the next position on, at most `limit` or as many as one call returns; none at
   * the end.
   */
  read(after: number, atMost?: number): Promise<readonly Block[]>;
}

/** Reads the positions of a stream's versions. */
export interface FeedPositions {
  /** Reads the positions of some versions of a stream, strongly consistent; one that has no position yet is absent. */
  positionsOf(stream: string, versions: readonly number[]): Promise<ReadonlyMap<number, number>>;
  /** Reads the position of one version. */
  positionOf(stream: string, version: number): Promise<number | undefined>;
}

/**
 * Writing the global order: only the sequencer does. `put` is the commit point; version rows are derived from blocks,
 * and `complete` is a position up to which all of them are written.
 */
export interface FeedWriter {
  /** Reads the last position up to which every version row is written, strongly consistent. */
  complete(): Promise<FeedHead>;
  /** Reads the blocks after the end of a block, at most as many as one call returns, strongly consistent. */
  blocksAfter(end: FeedHead): Promise<readonly Block[]>;
  /**
   * Returns the ends of streams, as far as their notified commits need it; exact up to every `complete` that was read
   * before.
   */
  streamEnds(notified: ReadonlyMap<string, NotifiedVersions>): Promise<ReadonlyMap<string, StreamEnd>>;
  /** Puts a block if its position is free; `false`: it is taken. */
  put(block: Block): Promise<boolean>;
  /** Writes version rows; repeating a write is harmless. */
  writeRows(rows: readonly VersionRow[]): Promise<void>;
  /** Moves `complete` forward. The rows of every block up to there must be written, whichever worker put it. */
  moveComplete(to: FeedHead): Promise<void>;
  /**
   * Returns the commits, by their last versions, that may be missing in the feed; may include recently written ones.
   */
  withoutRow(ends: readonly { readonly stream: string; readonly version: number }[]): Promise<ReadonlySet<string>>;
}

/** The cursor of the ledger's reconciliation. */
export interface ReconcileCursor {
  load(): Promise<string | undefined>;
  save(after: string | undefined): Promise<void>;
}
