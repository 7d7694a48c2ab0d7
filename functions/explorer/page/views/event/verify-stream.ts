import { differences } from '#shared/domain/events/differences.ts';
import { api } from '../../api.ts';
import type { CommitAsHashed, EventAsRead } from '../../api-types.ts';

export interface Verified {
  /** The hash of the event's commit. */
  readonly hash: string;
  readonly commits: number;
  /** The first commit that is not as it must be. */
  readonly broken?: { readonly version: number; readonly what: 'hash' | 'link' | 'content' };
}

/** Commits that are verified at most; a stream with more is verified by `npm run verify`. */
const mostCommits = 20_000;

/**
 * Recomputes the hashes of a stream in the browser, from its first commit to that of an event, and compares the event
 * with what is hashed: `sha256(previousHash ‖ header ‖ events)`, where the first commit is chained to the hash of the
 * stream's name.
 */
export async function verifyStream(event: EventAsRead): Promise<Verified> {
  let previous = await sha256(event.stream);
  let commits = 0;
  let cursor: string | undefined;
  do {
    const page = await api.commits(event.stream, cursor);
    for (const commit of page.items) {
      commits += 1;
      const broken = (what: 'hash' | 'link' | 'content'): Verified => ({
        hash: commit.hash,
        commits,
        broken: { version: commit.version, what },
      });
      if (commit.previousHash !== previous) return broken('link');
      if ((await hashOf(commit)) !== commit.hash) return broken('hash');
      previous = commit.hash;
      if (event.version < commit.version + commit.count)
        return holds(commit, event) ? { hash: commit.hash, commits } : broken('content');
    }
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && commits < mostCommits);
  throw new Error(`${event.stream} has no commit of version ${event.version} among its first ${commits}`);
}

/** Whether a commit holds the event just as it is shown; its address is not among what is hashed. */
function holds(commit: CommitAsHashed, { id: _id, stream, version, position: _position, ...shown }: EventAsRead) {
  const events = JSON.parse(commit.events) as readonly Record<string, unknown>[];
  const { links: _links, ...content } = shown;
  return commit.stream === stream && differences(events[version - commit.version], content).length === 0;
}

async function hashOf(commit: CommitAsHashed): Promise<string> {
  const { format, stream, version, count, commitId, committedAt, state, previousHash, events } = commit;
  if (format === undefined) return sha256(previousHash + events);
  const header = JSON.stringify([format, stream, version, count, commitId, committedAt, state]);
  return sha256(previousHash + header + events);
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const bytes = String.fromCharCode(...new Uint8Array(digest));
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
