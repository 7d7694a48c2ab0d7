import type { RecordedEvent } from './api-schema.ts';
import type { ApiCall } from './api-call.ts';

/** A page of the feed, and the cursor after it. */
export interface FeedPage {
  readonly items: readonly RecordedEvent[];
  readonly next: string;
}

export interface PollOptions {
  readonly query: Readonly<Record<string, string | number | undefined>>;
  readonly after?: string | undefined;
  /** Seconds that a request waits at the end for an event; 0: end there. */
  readonly wait: number;
  readonly signal?: AbortSignal | undefined;
}

/** Reads the feed page by page; without a wait up to its end, with one for ever. */
export async function* feedPages(
  { get }: Pick<ApiCall, 'get'>,
  { query, after, wait, signal }: PollOptions,
): AsyncGenerator<FeedPage> {
  for (let cursor = after; ;) {
    signal?.throwIfAborted();
    const ask = { ...query, after: cursor, limit: 1000, ...(wait > 0 && { wait }) };
    const response = await get('/events', ask, signal === undefined ? {} : { signal });
    const page = (await response.json()) as FeedPage;
    yield page;
    if (wait === 0 && page.next === cursor) return;
    cursor = page.next;
  }
}
