import type { Block } from '#shared/feed/blocks/block.ts';
import { blocksMediaType, commitsMediaType } from '#shared/api/protocol/record-media-types.ts';
import type { HashedCommit } from '#shared/ledger/commit-violation.ts';
import type { VerifiableRecord } from './verify.ts';

/** The API did not show the record: nothing is known of its state. */
export class RecordUnreadable extends Error {}

/** Reads a page of the record over HTTP. */
export type ReadPage = (url: URL, headers: { readonly accept: string }) => Promise<Response>;

/** Reads pages with one token, each once. */
export const withToken =
  (token: string): ReadPage =>
  async (url, headers) =>
    fetch(url, { headers: { ...headers, authorization: `Bearer ${token}` } });

/** The record over HTTP, for the scope `chancery/read`. The ledger's streams are those that the feed names. */
export function httpRecord(url: string, read: ReadPage): VerifiableRecord {
  async function* pages<Item>(path: string, accept: string, parameter: string): AsyncGenerator<Item> {
    const at = new URL(path, url);
    for (;;) {
      const reply = await read(at, { accept });
      if (!reply.ok) throw new RecordUnreadable(`GET ${at.pathname}: ${reply.status} ${await reply.text()}`);
      const { items, next } = (await reply.json()) as { items: Item[]; next: string | null };
      yield* items;
      if (next === null || items.length === 0) return;
      at.searchParams.set(parameter, next);
    }
  }
  return {
    blocks: () => pages<Block>('/events', blocksMediaType, 'after'),
    async *streams() {
      // The API has no list of streams: one that was never sequenced is not seen from outside.
    },
    commits: (stream) => pages<HashedCommit>(`/streams/${stream}/events?limit=1000`, commitsMediaType, 'cursor'),
  };
}
