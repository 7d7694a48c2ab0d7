import type { FeedHead } from '#shared/feed/blocks/block.ts';

/** The first violation of the record. */
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
  /** ISO 8601 instant of the run that got there. */
  readonly verifiedAt?: string;
  /** Everything up to here was verified once more in the current round. */
  readonly round: FeedHead;
  /** ISO 8601 instant at which the last round ended. */
  readonly roundEndedAt?: string;
  /** The hour of the last hourly work, as `2025-01-20T09`. */
  readonly hour?: string;
  /** The last position that was noted elsewhere. */
  readonly noted?: number;
  /** Absent: none was found. */
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
