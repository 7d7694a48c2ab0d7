import { IdempotencyKeyReused } from './append-errors.ts';
import type { Attempt } from './append-request.ts';
import { appended, type Appended, nothingNew } from './appended.ts';
import type { Commit } from './commit.ts';
import { type FirstAnswer, firstAnswerIn } from './idempotency.ts';
import { commitUpTo } from './latest-commits.ts';
import type { Ledger } from './ledger.ts';
import { eventsOf } from './stream-state.ts';

/**
 * The first answer to the request's Idempotency-Key; `undefined` where it has none, or none was given. Throws
 * IdempotencyKeyReused.
 */
export async function answered(ledger: Ledger, attempt: Attempt): Promise<Appended | undefined> {
  const { keyed } = attempt;
  if (keyed === undefined) return undefined;
  const known = (await ledger.decisions([keyed.key])).get(keyed.key);
  return known && replayOf(ledger, attempt, firstAnswerIn(known));
}

/** Returns the outcome of the first request with the key; throws IdempotencyKeyReused when that was another request. */
export async function replayOf(ledger: Ledger, attempt: Attempt, answer: FirstAnswer): Promise<Appended> {
  const { stream, version, count, digest } = answer;
  if (digest !== attempt.keyed?.digest) throw new IdempotencyKeyReused(attempt.posted.stream, attempt.commitId);
  if (count === 0) return { ...nothingNew(stream, version, attempt.posted.events, attempt.events), repeated: true };
  const commit = await ledger.commitAt(stream, version);
  if (commit === undefined) throw new Error(`No commit ${attempt.commitId} at ${stream} ${version}`);
  return replayOfCommit(ledger, attempt, commit);
}

/** The answer that was given when a commit was recorded. */
export async function replayOfCommit(ledger: Ledger, attempt: Attempt, commit: Commit): Promise<Appended> {
  const previous = commit.version > 1 ? await commitUpTo(ledger, commit.stream, commit.version - 1) : undefined;
  return { ...appended(commit, previous, attempt.posted.events, eventsOf(commit)), repeated: true };
}

/** Returns the outcome of a put whose reply was lost; `undefined` when another commit has the version. */
export async function landedAt(ledger: Ledger, attempt: Attempt, version: number): Promise<Appended | undefined> {
  const landed =
    attempt.keyed === undefined ? await ownCommitAt(ledger, attempt, version) : await answered(ledger, attempt);
  if (landed === undefined) return undefined;
  const { repeated: _ofThisRequest, ...outcome } = landed;
  return outcome;
}

async function ownCommitAt(ledger: Ledger, attempt: Attempt, version: number): Promise<Appended | undefined> {
  const commit = await ledger.commitAt(attempt.stream, version);
  return commit?.commitId === attempt.commitId ? replayOfCommit(ledger, attempt, commit) : undefined;
}

/** The newest commit, where it was recorded in the first format, which keeps the request of its key, for this one. */
export const olderCommit = (head: Commit | undefined, { keyed, commitId }: Attempt): Commit | undefined =>
  keyed !== undefined && head?.request === keyed.digest && head.commitId === commitId ? head : undefined;
