import type { Commit } from './commit.ts';
import type { Decision, DecisionChange } from './decisions.ts';

/**
 * What became of a put. `undefined`: written. `contended`: somebody else was writing at the same moment, and nothing is
 * known; the same put may be tried again. Otherwise nothing was written, because of what was there.
 */
export type PutOutcome = undefined | 'contended' | PutRefused;

export interface PutRefused {
  /** The commit that has the version already. */
  readonly commit?: Commit;
  /** The decisions that are not as expected, as they are, by key; `undefined` for one that there is not. */
  readonly changed: ReadonlyMap<string, Decision | undefined>;
}

export interface CommitRange {
  /** Forward: the first version wanted. Backward: the last one (absent: from the newest on). */
  readonly from?: number;
  readonly direction: 'forward' | 'backward';
  /** How many commits to fetch at a time; absent: as many as one call returns. */
  readonly pageSize?: number;
}

/** Reading the only store that cannot be rebuilt. */
export interface LedgerReader {
  /** The newest commit of the stream, strongly consistent: one item is read, however long the stream is. */
  head(stream: string): Promise<Commit | undefined>;
  /** Reads the commit whose first event has this version. */
  commitAt(stream: string, version: number): Promise<Commit | undefined>;
  /** The commits that hold the range's versions, in its direction, strongly consistent, read as they are consumed. */
  commits(stream: string, range: CommitRange): AsyncIterable<Commit>;
}

/** Reads the state that appends depend on. */
export interface DecisionReader {
  /** The decisions of some keys, each given once, that there are; strongly consistent. */
  decisions(keys: readonly string[]): Promise<ReadonlyMap<string, Decision>>;
}

/** Reading and adding; nothing in the port changes a commit. */
export interface Ledger extends LedgerReader, DecisionReader {
  /**
   * Puts the commit if its version is free, and makes the changes if the decisions are as expected: all of it or
   * nothing.
   */
  put(commit: Commit, changes?: readonly DecisionChange[]): Promise<PutOutcome>;
  /** Changes a decision without a commit. */
  decide(change: DecisionChange & { readonly next: Decision }): Promise<PutOutcome>;
}

/** One page of a walk over the whole ledger, in no order: to reconcile and to verify. */
export interface LedgerPage {
  readonly commits: readonly Commit[];
  /** Where items are that cannot be read as commits; absent: none. */
  readonly malformed?: readonly Pick<Commit, 'stream' | 'version'>[];
  /** Where the next page starts; absent at the end. */
  readonly next?: string;
}

export interface LedgerWalk {
  page(after?: string): Promise<LedgerPage>;
}
