import type { FeedHead } from '#shared/feed/blocks/block.ts';

/** The first place at which the record is not what it should be. */
export interface Violation {
  readonly place: string;
  readonly reason: string;
  /** ISO 8601 instant of the run that found it. */
  readonly foundAt: string;
}

/** How far the record is verified. */
export interface VerificationProgress {
  /** Everything up to here was verified when it was new. */
  readonly verified: FeedHead;
  /** ISO 8601 instant at which it came to there. */
  readonly verifiedAt?: string;
  /** How far the current round through what was verified before has come. */
  readonly round: FeedHead;
  /** ISO 8601 instant at which the last round came to its end. */
  readonly roundEndedAt?: string;
  /** The hour of the last hourly work, as `2025-01-20T09`. */
  readonly hour?: string;
  /** The last position that was noted elsewhere. */
  readonly noted?: number;
  /** Absent: everything holds. */
  readonly violation?: Violation;
}

export interface VerificationReader {
  /** Reads the progress; `undefined` before the first run that had something to verify. */
  read(): Promise<VerificationProgress | undefined>;
}

export interface VerificationStore extends VerificationReader {
  /** Replaces the progress that was read; `false`: another run has replaced it. */
  replace(read: VerificationProgress | undefined, next: VerificationProgress): Promise<boolean>;
}
