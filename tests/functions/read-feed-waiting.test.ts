import { beforeEach, describe, expect, it } from 'vitest';
import { call } from '#tests/support/service.ts'; // sets the environment of the functions
import { readFeed } from '#functions/read-feed/read-feed.ts';
import { signedCursors } from '#shared/cursor.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { as } from '#tests/support/sample-event.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting } from '#tests/support/events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { virtualTime } from '#tests/support/virtual-time.ts';

let stores: ReturnType<typeof inMemoryStores>;
let time: ReturnType<typeof virtualTime>;
let looks: string[];

beforeEach(() => {
  stores = inMemoryStores();
  time = virtualTime();
  looks = [];
});

/** Asks for the feed, and notes each time that its head or its blocks are read. */
async function feed(query: Record<string, string>) {
  const watched: typeof stores.feed = {
    ...stores.feed,
    head: async (consistency = 'strong') => (looks.push(`${consistency} head`), stores.feed.head(consistency)),
    read: async (after, atMost) => (looks.push('blocks'), stores.feed.read(after, atMost)),
  };
  const handler = readFeed({
    feed: watched,
    ledger: stores.ledger,
    cursors: signedCursors(() => ['key']),
    timing: time,
  });
  const { body } = await call(handler, { path: '/events', query });
  const items = body.items as { position: number }[];
  return { positions: items.map(({ position }) => position), next: String(body.next) };
}

/** Records a meeting after so many milliseconds and gives it its position. */
async function meet(afterMs = 0, country: 'IND' | 'PAK' = 'PAK'): Promise<void> {
  await time.pause(afterMs);
  const events = [meeting(as('BGD:participant', `${country}:participant`))];
  await appending(stores.ledger)({ stream: `relation/BGD-${country}`, events });
  await sweep(stores, 1);
}

describe('GET /events that may wait', () => {
  it('returns an event within the longest pause of its recording', async () => {
    await meet();
    const { next } = await feed({});
    const [{ positions }] = await Promise.all([feed({ after: next, wait: '20' }), meet(7000)]);
    expect(positions).toEqual([2]);
    expect(time.now()).toBeGreaterThanOrEqual(7000);
    expect(time.now()).toBeLessThanOrEqual(7000 + 2200);
  });

  it('returns at once what is there already', async () => {
    await meet();
    const began = time.now();
    expect((await feed({ wait: '20' })).positions).toEqual([1]);
    expect(time.now()).toBe(began);
  });

  it('returns nothing, and the same cursor, when the time is over', async () => {
    await meet();
    const { next } = await feed({});
    const began = time.now();
    expect(await feed({ after: next, wait: '3' })).toEqual({ positions: [], next });
    expect(time.now() - began).toBeCloseTo(3000);
  });

  it('goes on waiting when an event does not pass its filter', async () => {
    const [{ positions }] = await Promise.all([
      feed({ party: 'PAK', wait: '20' }),
      meet(1000, 'IND').then(async () => meet(4000, 'PAK')),
    ]);
    expect(positions).toEqual([2]);
    expect(looks.filter((look) => look === 'blocks')).toHaveLength(2);
  });

  it('does not look again, the next time, at what did not pass its filter', async () => {
    const [waited] = await Promise.all([feed({ party: 'PAK', wait: '5' }), meet(1000, 'IND')]);
    expect(waited.positions).toEqual([]);
    looks = [];
    expect(await feed({ party: 'PAK', after: waited.next })).toEqual(waited);
    expect(looks).toEqual(['strong head']);
  });

  it.each([0, 0.5, 0.999])('reads one small item at half price, 12 to 16 times in 20 s (chance %s)', async (random) => {
    time = { ...time, random: () => random };
    await feed({ wait: '20' });
    const [first, ...others] = looks;
    expect(first).toBe('strong head');
    expect(new Set(others)).toEqual(new Set(['eventual head']));
    expect(others.length).toBeGreaterThanOrEqual(12);
    expect(others.length).toBeLessThanOrEqual(16);
  });
});
