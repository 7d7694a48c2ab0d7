import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import type { NewEvent } from '#shared/domain/events/new-event.ts';
import { type Commit, lastVersion } from './commit.ts';

/** The outcome of an append. */
export interface Appended {
  readonly stream: string;
  /** The stream's version after the commit. */
  readonly version: number;
  /** Absent when the decider had nothing new to record. */
  readonly commitId?: string;
  /** Versions of the recorded events. */
  readonly versions: readonly number[];
  /**
   * How long the stream had been quiet before, in milliseconds; absent where the commit is its first, and where nothing
   * was recorded.
   */
  readonly quietMs?: number;
  /** An earlier request with the same key has recorded it, or found nothing new. */
  readonly repeated?: true;
  /** The known event that received reports instead of the posted one. */
  readonly attachedTo?: string;
}

/** Returns the outcome of an append from the commit that recorded it. */
export const appended = (
  commit: Commit,
  previous: Commit | undefined,
  posted: readonly NewEvent[],
  recorded: readonly NewEvent[],
): Appended => ({
  stream: commit.stream,
  version: lastVersion(commit),
  commitId: commit.commitId,
  versions: Array.from({ length: commit.count }, (_, index) => commit.version + index),
  ...(previous !== undefined && { quietMs: Date.parse(commit.committedAt) - Date.parse(previous.committedAt) }),
  ...attachedTo(posted, recorded),
});

/** The answer where the stream holds everything already, at a version of it. */
export const nothingNew = (
  stream: string,
  version: number,
  posted: readonly NewEvent[],
  asked: readonly NewEvent[],
): Appended => ({ stream, version, versions: [], ...attachedTo(posted, asked) });

/** The event to which posted events were attached, where they were. */
function attachedTo(posted: readonly NewEvent[], [recorded]: readonly NewEvent[]): Pick<Appended, 'attachedTo'> {
  const attached = recorded !== undefined && isCorrection(recorded) && !posted.some(isCorrection);
  return attached ? { attachedTo: recorded.of } : {};
}
