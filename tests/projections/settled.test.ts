import { beforeEach, describe, expect, it } from 'vitest';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { ProjectionLagging } from '#shared/projections/engine/projection-progress.ts';
import { completeAsOf, settlingMs } from '#shared/projections/engine/settled.ts';
import { servingBy } from '#shared/projections/generations/generation-registry.ts';
import { appending } from '#tests/support/appending.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { projectFeed } from '#tests/support/projecting.ts';
import { virtualTime } from '#tests/support/virtual-time.ts';

let stores: ReturnType<typeof inMemoryStores>;
let clock: ReturnType<typeof virtualTime>;
let heads: number;
let ports: Parameters<typeof completeAsOf>[2];

beforeEach(async () => {
  stores = inMemoryStores();
  clock = virtualTime();
  heads = 0;
  ports = {
    checkpoints: stores.checkpoints,
    serving: async () => servingBy(await stores.registry.read()),
    feed: { head: async () => ((heads += 1), stores.feed.head()) },
    now: () => new Date(clock.now()),
    clock,
  };
  await record();
});

const record = async () => {
  await appending(stores.ledger)();
  await sweep(stores, 1);
};
const at = (ms: number) => new Date(ms).toISOString();
const asOf = async (ms: number, seconds = 10) => completeAsOf(at(ms), ['timeline', 'events'], ports, seconds);

describe('a query as of an instant', () => {
  it('has its result at once when all of the feed is projected and the instant is a second ago', async () => {
    await projectFeed(stores);
    await clock.pause(5000);
    expect(await asOf(4000)).toMatchObject({ upTo: 1 });
    expect(clock.now()).toBe(5000);
  });

  it('waits until what is on its way has its place in the feed', async () => {
    await projectFeed(stores);
    await clock.pause(5000);
    await asOf(4001);
    expect(clock.now()).toBe(4001 + settlingMs);
    await asOf(clock.now());
    expect(clock.now()).toBe(4001 + 2 * settlingMs);
  });

  it('waits for what the feed has and the read models have not', async () => {
    await clock.pause(5000);
    const waiting = asOf(1000);
    await clock.pause(2000);
    await projectFeed(stores);
    expect(await waiting).toMatchObject({ upTo: 1 });
    expect(clock.now()).toBeLessThan(7500);
  });

  it('does not wait for what comes after it began to wait', async () => {
    await clock.pause(5000);
    const waiting = asOf(1000);
    await clock.pause(100);
    const stale = servingBy(await stores.registry.read()).consumerOf('timeline@5');
    await record();
    await stores.checkpoints.move(stale, 0, 1);
    expect(await waiting).toMatchObject({ upTo: 1 });
  });

  it.each([
    ['the read models do not come so far in the time', 1000, 2],
    ['the instant is farther away than it may wait', 60_000, 10],
    ['it may not wait', 4500, 0],
  ])('is refused with how far they are when %s', async (_, instant, seconds) => {
    await clock.pause(5000);
    await expect(asOf(instant, seconds)).rejects.toThrow(ProjectionLagging);
    expect(clock.now()).toBeLessThanOrEqual(5000 + seconds * 1000);
  });

  it('looks at the end of the feed once for all instants before that', async () => {
    await projectFeed(stores);
    await clock.pause(5000);
    for (const instant of [4000, 3999, 1]) await asOf(instant);
    expect(heads).toBe(1);
    await clock.pause(1);
    await asOf(4001);
    expect(heads).toBe(2);
  });
});
