import { createHash } from 'node:crypto';
import type { PostedCommit, PostedEvent } from '#shared/client/chancery.ts';
import { CommandFailed } from './exit-codes.ts';

/** Reads the commits of a text: one JSON value, or one a line; with a stream, its events, a commit each. */
export function commitsIn(content: string, file: string, stream: string | undefined): PostedCommit[] {
  const values = valuesIn(content, file).flatMap((value) => {
    const commits = typeof value === 'object' && value !== null && 'commits' in value ? value.commits : value;
    return Array.isArray(commits) ? (commits as unknown[]) : [commits];
  });
  if (stream !== undefined) return values.map((event) => ({ stream, events: [event as PostedEvent] }));
  const bare = values.findIndex((value) => typeof value !== 'object' || value === null || !('events' in value));
  if (bare === -1) return values as PostedCommit[];
  throw new CommandFailed(
    `${file}: number ${bare + 1} is no commit {"stream": …, "events": […]}; for a file of events add --stream relation/BGD-PAK`,
  );
}

/**
 * Gives each commit without a key one of its content, so that a file that is posted again is recorded once. Equal
 * commits of one file are told apart by their number.
 */
export function withKeysOfContent(commits: readonly PostedCommit[]): PostedCommit[] {
  const seen = new Map<string, number>();
  return commits.map((commit) => {
    const content = JSON.stringify(commit);
    const number = (seen.get(content) ?? 0) + 1;
    seen.set(content, number);
    const hash = createHash('sha256').update(`${number}\n${content}`).digest('base64url');
    return { idempotencyKey: `post-${hash}`, ...commit };
  });
}

function valuesIn(text: string, file: string): unknown[] {
  const content = text.replace(/^\uFEFF/, ''); // a mark that some editors write first
  try {
    return [JSON.parse(content)];
  } catch {
    return content
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line, index) => {
        try {
          return JSON.parse(line) as unknown;
        } catch {
          throw new CommandFailed(`${file}: line ${index + 1} is not JSON`);
        }
      });
  }
}
