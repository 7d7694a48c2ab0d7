import type { RecordedEvent } from '#shared/domain/events/recorded-event.ts';
import { jsonBytes, maxPageBytes, replyBytes } from '#shared/page-size.ts';
import { type Commit, lastVersion } from './commit.ts';
import type { CommitRange, LedgerReader } from './ledger.ts';
import { eventsOf } from './stream-state.ts';

export interface StreamPageQuery extends Pick<CommitRange, 'direction'> {
  /** The version to start with; absent: the first one, backward the last one. */
  readonly from?: number | undefined;
  /** Events, or commits. */
  readonly limit: number;
}

export interface StreamPage<Item> {
  readonly items: readonly Item[];
  /** The version that the next page starts with; absent at the end. */
  readonly next?: number;
}

const rangeOf = ({ direction, from, limit }: StreamPageQuery): CommitRange => ({
  direction,
  pageSize: Math.min(limit + 1, 200),
  ...(from !== undefined && { from }),
});

/**
 * A page of a stream's events, shorter than the limit where they are large; commits are taken apart and cut at the
 * page's edges.
 */
export async function readStreamPage(
  ledger: Pick<LedgerReader, 'commits'>,
  stream: string,
  query: StreamPageQuery,
): Promise<StreamPage<RecordedEvent>> {
  const { direction, from, limit } = query;
  const forward = direction === 'forward';
  const wanted = (version: number) => from === undefined || (forward ? version >= from : version <= from);
  const items: RecordedEvent[] = [];
  let bytes = 0;
  for await (const commit of ledger.commits(stream, rangeOf(query))) {
    const full = bytes > maxPageBytes;
    bytes += jsonBytes(commit.events); // JSON already: escaped once more in the reply
    const ofCommit = eventsOf(commit).filter(({ version }) => wanted(version));
    for (const event of forward ? ofCommit : ofCommit.toReversed()) {
      if (full || items.length === limit) return { items, next: event.version };
      items.push(event);
    }
  }
  return { items };
}

/** The public form of a commit: the hashed content and the hashes. */
export type PublicCommit = Omit<Commit, 'request'>;

/** A page of a stream's commits, whole. */
export async function readCommitPage(
  ledger: Pick<LedgerReader, 'commits'>,
  stream: string,
  query: StreamPageQuery,
): Promise<StreamPage<PublicCommit>> {
  const items: PublicCommit[] = [];
  let bytes = 0;
  for await (const { request: _request, ...commit } of ledger.commits(stream, rangeOf(query))) {
    if (items.length === query.limit || bytes > maxPageBytes) {
      return { items, next: query.direction === 'forward' ? commit.version : lastVersion(commit) };
    }
    items.push(commit);
    bytes += replyBytes(commit);
  }
  return { items };
}
