import { type Commit, commitHash } from './commit.ts';

/** A commit as far as it is hashed. */
export type HashedCommit = Omit<Commit, 'request'>;

/**
 * The end of a stream's chain: its last version, the hash that stands for everything up to it, and when that was
 * committed.
 */
export interface Chain {
  readonly version: number;
  readonly hash: string;
  /** ISO 8601 instant; absent at the beginning. */
  readonly committedAt?: string;
}

/**
 * Says what is wrong with a commit that should follow a chain: its version, its hashes, or its events; `undefined`:
 * nothing.
 */
export function commitViolation(commit: HashedCommit, before: Chain): string | undefined {
  if (commit.version !== before.version + 1) return `follows version ${before.version}`;
  if (commit.previousHash !== before.hash) return 'is not chained to the commit before';
  if (commit.hash !== commitHash(commit)) return 'does not have the hash of what it holds';
  const count = countOf(commit.events);
  if (count === undefined) return 'holds events that are not a canonical JSON array';
  if (count !== commit.count || count === 0) return `counts ${commit.count} events but holds ${count}`;
  return commit.format === undefined ? undefined : timeViolation(commit, before);
}

/** Says what is wrong with the times of a commit whose hash covers them. */
function timeViolation({ committedAt, events }: HashedCommit, before: Chain): string | undefined {
  if (before.committedAt !== undefined && committedAt < before.committedAt)
    return `was committed before ${before.committedAt}`;
  const recorded: readonly { readonly recordedAt?: unknown }[] = JSON.parse(events);
  return recorded.every(({ recordedAt }) => recordedAt === committedAt)
    ? undefined
    : `holds an event that was not recorded at ${committedAt}`;
}

/** Counts the elements of a JSON array without white space, of objects only; `undefined`: it is none. */
function countOf(json: string): number | undefined {
  try {
    const parsed: unknown = JSON.parse(json);
    const isArrayOfObjects =
      Array.isArray(parsed) && parsed.every((element) => typeof element === 'object' && element !== null);
    return isArrayOfObjects && JSON.stringify(parsed) === json ? parsed.length : undefined;
  } catch {
    return undefined;
  }
}

/** The chain after a commit. */
export const chainAfter = ({ version, count, hash, committedAt }: HashedCommit) =>
  ({ version: version + count - 1, hash, committedAt }) satisfies Chain;
