import { chainHash, type Commit } from './commit.ts';

/** A commit as far as it is hashed. */
export type HashedCommit = Pick<Commit, 'stream' | 'version' | 'count' | 'events' | 'previousHash' | 'hash'>;

/** The end of a stream's chain: its last version and the hash that stands for everything up to it. */
export interface Chain {
  readonly version: number;
  readonly hash: string;
}

/** Says what is wrong with a commit that should follow a chain: its version, its hashes, or its events; `undefined`: nothing. */
export function commitViolation(commit: HashedCommit, before: Chain): string | undefined {
  if (commit.version !== before.version + 1) return `follows version ${before.version}`;
  if (commit.previousHash !== before.hash) return 'is not chained to the commit before';
  if (commit.hash !== chainHash(before.hash, commit.events)) return 'does not have the hash of its events';
  const count = countOf(commit.events);
  if (count === undefined) return 'holds events that are not a canonical JSON array';
  return count === commit.count && count > 0 ? undefined : `counts ${commit.count} events but holds ${count}`;
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
export const chainAfter = ({ version, count, hash }: HashedCommit): Chain => ({ version: version + count - 1, hash });
