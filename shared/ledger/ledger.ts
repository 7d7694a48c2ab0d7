import type { Commit } from './commit.ts';

/**
 * What became of a put. `undefined`: written. A commit: it stands at that version. `contended`: somebody else was writing at the same
 * moment, and nothing is known of the version; the same put may be tried again.
 */
export type PutOutcome = undefined | 'contended' | { readonly commit: Commit };

/** The commit that an Idempotency-Key stands for: in the stream that the key is of, or where that what was posted there became a correction. */
export interface KeyedCommit {
  readonly stream: string;
  readonly version: number;
}

/** As `PutOutcome`; or the commit that the key stands for already. */
export type PutOnceOutcome = PutOutcome | { readonly keyOf: KeyedCommit };

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
  /** The commit whose first event has this version. */
  commitAt(stream: string, version: number): Promise<Commit | undefined>;
  /** The commits that hold the range's versions, in its direction, strongly consistent, read as they are consumed. */
  commits(stream: string, range: CommitRange): AsyncIterable<Commit>;
}

/** Reading and adding; nothing in the port changes a commit. */
export interface Ledger extends LedgerReader {
  /** Puts the commit if its version is free. */
  put(commit: Commit): Promise<PutOutcome>;
  /** Puts the commit and remembers its id as an Idempotency-Key of a stream for seven days, both or neither. */
  putOnce(commit: Commit, keyStream: string): Promise<PutOnceOutcome>;
  /** The commit that a key of the stream stands for. */
  recall(stream: string, key: string): Promise<KeyedCommit | undefined>;
}

/** One page of a walk over the whole ledger, in no order: for the sweep and the verifier. */
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
