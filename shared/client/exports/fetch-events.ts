import { open, readFile, stat } from 'node:fs/promises';
import type { EventFilter } from '#shared/client/api-schema.ts';
import type { Chancery, RecordedEvent } from '#shared/client/chancery.ts';
import { feedPages } from '#shared/client/feed-pages.ts';
import { feedQuery } from '#shared/client/feed-query.ts';
import { replaceFile } from './replace-file.ts';

/** How far the events are fetched. */
export interface Fetched {
  /** The cursor of the feed after the last event; absent: none is fetched. */
  readonly cursor?: string;
  /** The cursor before the last page that had something; absent: the beginning. */
  readonly before?: string | undefined;
  /** The position of the last event, and how many there are. */
  readonly position: number;
  readonly events: number;
  /** Bytes of the file that are complete. */
  readonly bytes: number;
}

export const nothingFetched: Fetched = { position: 0, events: 0, bytes: 0 };

/** The feed left out a position. */
export class FeedHasGap extends Error {
  override readonly name = 'FeedHasGap';
}

export interface FetchOptions {
  readonly filter: EventFilter;
  /** The file of events, a line each; `<file>.state.json` says how far it is. */
  readonly file: string;
  readonly from: Fetched;
  /** What must be the same for a later run to go on. */
  readonly identity: string;
  readonly signal?: AbortSignal | undefined;
  /** Is told how far it is after each page with events. */
  readonly onPage?: ((fetched: Fetched) => void) | undefined;
}

export const stateFileOf = (file: string): string => `${file}.state.json`;

/**
 * Fetches the feed up to its end into a file, page by page; interrupted, it goes on after the last whole page. Without
 * a filter every position must be there.
 */
export async function fetchEvents(
  { call }: Pick<Chancery, 'call'>,
  { filter, file, from, identity, signal, onPage }: FetchOptions,
): Promise<Fetched & { readonly complete: boolean }> {
  const gapless = Object.keys(filter).length === 0;
  const out = await open(file, from.bytes > 0 ? 'a' : 'w');
  await out.truncate(from.bytes);
  let fetched = from;
  try {
    for await (const { items, next } of feedPages(call, { query: feedQuery(filter), after: from.cursor, wait: 0 })) {
      if (gapless) requireEveryPosition(items, fetched.position);
      const lines = items.map((event) => `${JSON.stringify(event)}\n`).join('');
      await out.appendFile(lines); // all of it is in the file before the state says so
      fetched = {
        cursor: next,
        before: next === fetched.cursor ? fetched.before : fetched.cursor,
        position: items.at(-1)?.position ?? fetched.position,
        events: fetched.events + items.length,
        bytes: fetched.bytes + Buffer.byteLength(lines),
      };
      await replaceFile(stateFileOf(file), JSON.stringify({ identity, ...fetched }));
      if (items.length > 0) onPage?.(fetched);
      if (signal?.aborted === true) return { ...fetched, complete: false };
    }
    return { ...fetched, complete: true };
  } finally {
    await out.close();
  }
}

function requireEveryPosition(items: readonly RecordedEvent[], before: number): void {
  for (const [index, { position }] of items.entries()) {
    if (position !== before + index + 1)
      throw new FeedHasGap(`Expected position ${before + index + 1} of the feed, got ${position}`);
  }
}

/** Reads how far an earlier export with this identity came; `other`: it had another. */
export async function earlierFetch(file: string, identity: string): Promise<Fetched | 'other' | undefined> {
  const text = await readFile(stateFileOf(file), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { identity: kept, ...fetched } = JSON.parse(text) as Fetched & { readonly identity?: string };
  if (kept !== identity) return 'other';
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  return size < fetched.bytes ? undefined : fetched;
}
