import type { RecordedEvent } from '../domain/recorded-event.ts';
import type { CommitRange, LedgerReader } from './ledger.ts';
import { eventsOf } from './stream-state.ts';

export interface StreamPageQuery extends Pick<CommitRange, 'direction'> {
  /** The version to start with; absent: the first one, backward the last one. */
  readonly from?: number | undefined;
  readonly limit: number;
}

export interface StreamPage {
  readonly events: readonly RecordedEvent[];
  /** The version that the next page starts with; absent at the end. */
  readonly next?: number;
}

/** A page of a stream's events; commits are taken apart and cut at the page's edges. */
export async function readStreamPage(
  ledger: Pick<LedgerReader, 'commits'>,
  stream: string,
  { direction, from, limit }: StreamPageQuery,
): Promise<StreamPage> {
  const forward = direction === 'forward';
  const wanted = (version: number) => from === undefined || (forward ? version >= from : version <= from);
  const events: RecordedEvent[] = [];
  const range = { direction, pageSize: Math.min(limit + 1, 200), ...(from !== undefined && { from }) };
  for await (const commit of ledger.commits(stream, range)) {
    const ofCommit = eventsOf(commit).filter(({ version }) => wanted(version));
    for (const event of forward ? ofCommit : ofCommit.toReversed()) {
      if (events.length === limit) return { events, next: event.version };
      events.push(event);
    }
  }
  return { events };
}
