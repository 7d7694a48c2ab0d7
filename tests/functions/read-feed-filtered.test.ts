import { beforeEach, describe, expect, it } from 'vitest';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { blocksMediaType } from '#shared/api/protocol/record-media-types.ts';
import { as } from '#tests/support/sample-event.ts';
import { meeting } from '#tests/support/events.ts';
import { service } from '#tests/support/service.ts';

let chancery: ReturnType<typeof service>;

beforeEach(() => {
  chancery = service();
});

/** Records a meeting, and gives it its position. */
async function meet(country: 'IND' | 'PAK', more: Record<string, unknown> = {}): Promise<void> {
  const { status } = await chancery.post(
    `relation/BGD-${country}`,
    meeting({ ...as('BGD:participant', `${country}:participant`), ...more }),
  );
  expect(status).toBe(201);
  await sweep(chancery.stores, 1);
}

const positionsOf = (body: Readonly<Record<string, unknown>>) =>
  (body.items as { position: number }[]).map(({ position }) => position);

/** The feed, and how often its head and its blocks were looked for. */
function counted() {
  const { feed } = chancery.stores;
  const looks: string[] = [];
  return {
    looks,
    feed: {
      ...feed,
      head: async (consistency: 'strong' | 'eventual' = 'strong') => {
        looks.push(`${consistency} head`);
        return feed.head();
      },
      read: async (after: number, atMost?: number) => (looks.push('blocks'), feed.read(after, atMost)),
    },
  };
}

describe('GET /events with a filter', () => {
  it('tells what is wanted, and moves its cursor on past the rest', async () => {
    for (const country of ['PAK', 'IND', 'PAK', 'IND', 'IND'] as const) await meet(country);
    const first = await chancery.feed({ party: 'PAK', limit: '1' });
    expect(positionsOf(first.body)).toEqual([1]);
    const second = await chancery.feed({ party: 'PAK', limit: '2', after: String(first.body.next) });
    expect(positionsOf(second.body)).toEqual([3]);
    const { feed, looks } = counted();
    const end = await chancery.feed({ party: 'PAK', after: String(second.body.next) }, {}, feed);
    expect(end.body).toEqual({ items: [], next: second.body.next });
    expect(looks).toEqual(['strong head']);
    expect((await chancery.feed({ after: String(second.body.next) })).body.items).toEqual([]);
  });

  it('has cursors that are good for any filter', async () => {
    for (const country of ['PAK', 'IND', 'PAK'] as const) await meet(country);
    const { body } = await chancery.feed({ dyad: 'BGD-PAK', limit: '1' });
    expect(positionsOf((await chancery.feed({ dyad: 'BGD-IND', after: String(body.next) })).body)).toEqual([2]);
  });

  it('takes each parameter by the name that it has in filters of webhooks and sockets, or in the singular', async () => {
    for (const country of ['PAK', 'IND'] as const) await meet(country, { topics: ['defence-ties'] });
    for (const query of [{ party: 'IND' }, { parties: 'IND' }, { dyads: 'IND-BGD', types: 'MeetingHeld' }]) {
      expect(positionsOf((await chancery.feed(query)).body)).toEqual([2]);
    }
    expect(positionsOf((await chancery.feed({ partiesAll: 'BGD,PAK', topics: 'defence-ties' })).body)).toEqual([1]);
    const both = await chancery.feed({ topic: 'defence-ties', topics: 'water' });
    expect([both.status, both.body.errors]).toMatchObject([400, [{ parameter: 'topics' }]]);
  });

  it('names the parameter that is wrong', async () => {
    for (const [parameter, value] of [
      ['party', 'XXX'],
      ['type', 'MeetingImagined'],
      ['dyad', 'PAK-PAK'],
      ['minCredibility', '7'],
      ['topic', 'Defence Ties'],
    ] as const) {
      const { status, body } = await chancery.feed({ [parameter]: value });
      expect([status, body.errors]).toMatchObject([400, [{ parameter }]]);
    }
  });

  it('does not filter blocks, which are shown as they are hashed', async () => {
    const { status, body } = await chancery.feed({ party: 'PAK' }, { accept: blocksMediaType });
    expect([status, body.errors]).toMatchObject([400, [{ header: 'Accept' }]]);
  });
});
