import { beforeEach, describe, expect, it } from 'vitest';
import { nextQuery, service } from '#tests/support/service.ts';
import { blockBytes, composeBlock, emptyFeed } from '#shared/feed/blocks/block.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { blocksMediaType } from '#shared/api/protocol/record-media-types.ts';
import { meeting, visit } from '#tests/support/events.ts';

let chancery: ReturnType<typeof service>;

beforeEach(async () => {
  chancery = service();
  for (const count of [2, 1, 4]) {
    await chancery.post(
      'relation/BGD-PAK',
      Array.from({ length: count }, () => meeting()),
    );
    await sweep(chancery.stores, 1);
  }
});

const positionsOf = (body: Readonly<Record<string, unknown>>) =>
  (body.items as { position: number }[]).map(({ position }) => position);

/** Appends an event, and gives it its position. */
async function happens(): Promise<void> {
  await chancery.post('visit/dhaka', visit());
  await sweep(chancery.stores, 1);
}

describe('GET /events', () => {
  it('tells the whole record in its one order, page by page', async () => {
    const found: number[][] = [];
    let query: Record<string, string> = { limit: '3' };
    while (found.length < 10) {
      const answer = await chancery.feed(query);
      const { after } = nextQuery(answer) ?? {};
      expect(after).toBe(answer.body.next);
      if (positionsOf(answer.body).length === 0) break;
      found.push(positionsOf(answer.body));
      query = nextQuery(answer) ?? {};
      expect(query.limit).toBe('3');
    }
    expect(found).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  });

  it('has a cursor to go on with, also at its end and while it is empty', async () => {
    const empty = await service().feed();
    expect(empty.body).toEqual({ items: [], next: expect.any(String) });
    const all = await chancery.feed();
    const end = await chancery.feed({ after: String(all.body.next) });
    expect(end.body).toEqual({ items: [], next: all.body.next });
    await happens();
    expect(positionsOf((await chancery.feed({ after: String(end.body.next) })).body)).toEqual([8]);
  });

  it('refuses a cursor that is none of ours', async () => {
    for (const after of ['7', '', 'AAAA']) {
      expect(await chancery.feed({ after })).toMatchObject({
        status: 400,
        body: { type: 'urn:chancery:problem:invalid-cursor' },
      });
    }
  });

  it('answers with the blocks as they are hashed when these are asked for, and its cursors serve both', async () => {
    const { headers, body } = await chancery.feed({}, { accept: `${blocksMediaType}, */*;q=0.1` });
    expect(headers).toMatchObject({ 'Content-Type': blocksMediaType, Vary: 'Accept' });
    expect(body.items).toMatchObject([{ position: 1, count: 2 }, { position: 3, count: 1 }, { position: 4, count: 4 }]); // prettier-ignore
    await happens();
    expect(positionsOf((await chancery.feed({ after: String(body.next) })).body)).toEqual([8]);
  });

  it('shows at most 4 MB of blocks at once, however small they are where they are stored', async () => {
    const large = composeBlock(emptyFeed, [{ stream: 'visit/dhaka', version: 1, count: 1, events: JSON.stringify([{ text: 'x'.repeat(blockBytes - 1000) }]) }]); // prettier-ignore
    const blocks = Array.from({ length: 20 }, (_, index) => ({ ...large, position: index + 1 }));
    const feed = { ...chancery.stores.feed, read: async (after: number) => blocks.slice(after) };
    const accept = { accept: blocksMediaType };
    const { body } = await chancery.feed({}, accept, feed);
    const shown = body.items as unknown[];
    expect(shown).toHaveLength(13);
    expect(JSON.stringify(body).length).toBeLessThan(4.1 * 1024 * 1024);
    const rest = await chancery.feed({ after: String(body.next) }, accept, feed);
    expect(rest.body.items).toMatchObject(Array.from({ length: 7 }, (_, index) => ({ position: 14 + index })));
  });
});
