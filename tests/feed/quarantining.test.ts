import { beforeEach, describe, expect, it } from 'vitest';
import { eventsAfter, type PositionedEvent } from '#shared/feed/blocks/block.ts';
import {
  consumeFeed,
  type ConsumeOptions,
  type FeedConsumer,
  maxQuarantinedInARun,
} from '#shared/feed/consumers/consume-feed.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting } from '#tests/support/events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';

let stores: ReturnType<typeof inMemoryStores>;
let slices: number[][];
let minutes: number;

beforeEach(async () => {
  stores = inMemoryStores();
  slices = [];
  minutes = 0;
  await record(60);
});

/** Records events in one commit, and gives them positions. */
async function record(count: number): Promise<void> {
  await appending(stores.ledger)({
    events: Array.from({ length: count }, (_, index) => meeting({ summary: `${index}` })),
  });
  await sweep(stores, 1);
}

/** A consumer that throws at some positions. */
const throwingAt = (...poison: number[]): FeedConsumer => ({
  name: 'reader',
  handle: async (events) => {
    const positions = events.map(({ position }) => position);
    slices.push(positions);
    const bad = positions.find((position) => poison.includes(position));
    if (bad !== undefined) throw new TypeError(`${bad} is bad`);
  },
});

const now = () => new Date(minutes * 60_000);
const consume = async (consumer: FeedConsumer, more: Partial<ConsumeOptions> = {}) =>
  consumeFeed(consumer, { ...stores, now, timeLeft: () => 60_000, end: 60, ...more });
const quarantined = async () => (await stores.quarantine.list({ limit: 100 })).items;
const handledBy = (calls: readonly number[][], poison: readonly number[]) =>
  calls.filter((slice) => !slice.some((position) => poison.includes(position))).flat();

describe('an event that a consumer cannot handle', () => {
  it('is quarantined with its error, and everything else is handled once and in order', async () => {
    const poison = [7, 8, 60];
    expect(await consume(throwingAt(...poison))).toMatchObject({ position: 60, caughtUp: true, quarantined: 3 });
    const all = Array.from({ length: 60 }, (_, index) => index + 1);
    expect(handledBy(slices, poison)).toEqual(all.filter((position) => !poison.includes(position)));
    expect(await quarantined()).toMatchObject([
      { consumer: 'reader', item: '60', reason: 'TypeError: 60 is bad' },
      { consumer: 'reader', item: '7', reason: 'TypeError: 7 is bad' },
      { consumer: 'reader', item: '8', reason: 'TypeError: 8 is bad' },
    ]);
  });

  it('is tried three times alone, and costs few further attempts', async () => {
    await consume(throwingAt(33));
    expect(slices.filter((slice) => slice.length === 1 && slice[0] === 33)).toHaveLength(3);
    expect(slices.length).toBeLessThan(3 * Math.log2(60) + 3);
  });

  it('is handled again when it is released, and quarantined again when it still fails', async () => {
    await consume(throwingAt(7));
    await stores.quarantine.release('reader', '7');
    await stores.checkpoints.release('reader', 7);
    expect((await stores.checkpoints.read(['reader'])).get('reader')).toEqual({ position: 60, released: [7] });
  });

  it('is said to be unfinished when its invocations end without an error', async () => {
    const { checkpoints } = stores;
    const killed: FeedConsumer = { name: 'reader', handle: async () => new Promise(() => undefined) };
    for (let invocation = 0; invocation < 12 && (await quarantined()).length === 0; invocation += 1) {
      void consume(killed);
      await new Promise(setImmediate);
      minutes += 2;
    }
    const [item] = await quarantined();
    expect(item).toMatchObject({ item: '1', reason: expect.stringContaining('Unfinished') });
    expect(await checkpoints.position('reader')).toBe(1);
  });
});

describe('an attempt', () => {
  it('of another invocation that may still be running is repeated as it is, and counts as no failure', async () => {
    await stores.checkpoints.attempt('reader', 0, { to: 40, failures: 0, until: now().toISOString() });
    await consume(throwingAt());
    expect(slices.map((slice) => slice.length)).toEqual([40, 20]);
  });

  it('at what was recorded less than a minute ago is not noted, and is when it comes again later', async () => {
    const noted: string[] = [];
    const { checkpoints } = stores;
    const attempt: typeof checkpoints.attempt = async (...args) => (noted.push(args[0]), checkpoints.attempt(...args));
    const killed: FeedConsumer = { name: 'reader', handle: async () => new Promise(() => undefined) };
    const [first] = (await stores.feed.read(0)).flatMap((block) => eventsAfter(0, block));
    const recorded = Date.parse(first?.recordedAt ?? '');
    for (const [seconds, attempts] of [
      [59, 0],
      [60, 1],
    ] as const) {
      const then = () => new Date(recorded + seconds * 1000);
      void consumeFeed(killed, { ...stores, checkpoints: { ...checkpoints, attempt }, now: then });
      await new Promise(setImmediate);
      expect(noted).toHaveLength(attempts);
    }
  });

  it('of an invocation that has ended is halved', async () => {
    await stores.checkpoints.attempt('reader', 0, { to: 40, failures: 0, until: now().toISOString() });
    minutes += 1;
    await consume(throwingAt());
    expect(slices.map((slice) => slice.length)).toEqual([20, 40]);
  });
});

describe('what is no fault of an event', () => {
  const errors: Error[] = [
    Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException', $metadata: {} }),
    Object.assign(new Error('Not allowed'), { name: 'AccessDeniedException', $metadata: {} }),
    Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('too late'), { name: 'TimeoutError' }),
  ];

  it.each(errors)('stops the consumer where it is: %s', async (thrown) => {
    const failing: FeedConsumer = { name: 'reader', handle: async () => Promise.reject(thrown) };
    for (let invocation = 0; invocation < 10; invocation += 1) {
      await expect(consume(failing)).rejects.toBe(thrown);
      minutes += 5;
    }
    expect(await quarantined()).toEqual([]);
    expect((await stores.checkpoints.read(['reader'])).get('reader')).toEqual({ position: 0 });
  });

  it('is told from what AWS finds wrong with the event itself', async () => {
    const invalid = Object.assign(new Error('Key too long'), { name: 'ValidationException', $metadata: {} });
    const failing: FeedConsumer = {
      name: 'reader',
      handle: async (events) => (events.some(({ position }) => position === 3) ? Promise.reject(invalid) : undefined),
    };
    expect(await consume(failing)).toMatchObject({ position: 60, quarantined: 1 });
  });

  it('may be the consumer itself: one that fails at everything stops after some events', async () => {
    const broken: FeedConsumer = { name: 'reader', handle: async () => Promise.reject(new TypeError('undefined')) };
    await expect(consume(broken)).rejects.toThrow('it is broken itself');
    expect(await quarantined()).toHaveLength(maxQuarantinedInARun);
  });
});

describe('a slice', () => {
  const sizes = () => slices.map((slice) => slice.length);
  const rows = (most: (event: PositionedEvent) => number): FeedConsumer => ({ ...throwingAt(), plannedRows: most });

  it('has at most 500 events', async () => {
    await record(100);
    for (let more = 0; more < 4; more += 1) await record(100);
    await consume(throwingAt(), { end: 501, feed: { read: async (after) => stores.feed.read(after, 100) } });
    expect(sizes()).toEqual([500, 1]);
  });

  it('plans at most 5000 rows', async () => {
    await consume(rows(() => 100));
    expect(sizes()).toEqual([50, 10]);
    slices.length = 0;
    await stores.checkpoints.remove('reader');
    await consume(rows(() => 101));
    expect(sizes()).toEqual([49, 11]);
  });

  it('is one event where that plans more rows alone', async () => {
    await consume(rows(({ position }) => (position === 2 ? 500_000 : 1)));
    expect(sizes()).toEqual([1, 1, 58]);
  });

  it('has as many bytes as one read of the feed, with the block that passes its megabyte', async () => {
    const limits = { events: 500, bytes: 4000, rows: 5000 };
    await consume(throwingAt(), { limits });
    const longest = Math.max(...sizes());
    expect(longest).toBeGreaterThan(1);
    expect(longest).toBeLessThan(20);
  });
});
