import type { Commit } from './commit.ts';
import type { LedgerReader } from './ledger.ts';

/** The most commits, and about the most bytes, that are read for events that read models may not have yet. */
const latestLooked = 20;
const mostBytes = 1024 * 1024;

/** Returns the last commits of a stream, newest first, in one query: those that read models may not have yet. */
export async function latestCommits(
  ledger: Pick<LedgerReader, 'commits'>,
  stream: string,
  /** Commits up to this version; absent: up to the newest. */
  upTo?: number,
): Promise<Commit[]> {
  const found: Commit[] = [];
  let bytes = 0;
  const range = { direction: 'backward', pageSize: latestLooked, ...(upTo !== undefined && { from: upTo }) } as const;
  for await (const commit of ledger.commits(stream, range)) {
    found.push(commit);
    bytes += commit.events.length;
    if (found.length === latestLooked || bytes > mostBytes) break;
  }
  return found;
}

/** The last commit of a stream that begins at a version or before; one query. */
export async function commitUpTo(
  ledger: Pick<LedgerReader, 'commits'>,
  stream: string,
  version: number,
): Promise<Commit | undefined> {
  for await (const commit of ledger.commits(stream, { direction: 'backward', from: version, pageSize: 1 }))
    return commit;
  return undefined;
}
