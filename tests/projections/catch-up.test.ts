import { beforeEach, describe, expect, it } from 'vitest';
import { consumeFeed } from '#shared/feed/consumers/consume-feed.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { catchUpIn } from '#shared/projections/engine/catch-up.ts';
import { servingBy } from '#shared/projections/generations/generation-registry.ts';
import { projectionStages } from '#shared/read-models/projecting-consumers.ts';
import { appending } from '#tests/support/appending.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { leaveBehind, projectFeed } from '#tests/support/projecting.ts';
import { virtualTime } from '#tests/support/virtual-time.ts';

const stream = 'relation/BGD-PAK';
const serving = async () => servingBy(await stores.registry.read());
let stores: ReturnType<typeof inMemoryStores>;
let clock: ReturnType<typeof virtualTime>;

beforeEach(async () => {
  stores = inMemoryStores();
  clock = virtualTime();
  await appending(stores.ledger)();
  await appending(stores.ledger)();
  await sweep(stores, 1);
});

const project = async () => projectFeed(stores);

/** Brings all but the timeline to the end of the feed. */
async function projectAllButTimeline(): Promise<void> {
  await leaveBehind(stores, 'timeline');
  const consumers = projectionStages(stores, await stores.registry.read()).flat();
  for (const consumer of consumers) await consumeFeed(consumer, stores);
}

describe('catching up with a stream', () => {
  it('returns at once the position of an event that every read model has', async () => {
    await project();
    expect(await catchUpIn({ ...stores, serving, clock })(stream, 2, 0)).toBe(2);
    expect(clock.now()).toBe(0);
  });

  it('returns its position within a quarter of a second of its arrival', async () => {
    const arriving = catchUpIn({ ...stores, serving, clock })(stream, 1, 20);
    await clock.pause(3000);
    await projectAllButTimeline();
    await clock.pause(4000);
    await project();
    expect(await arriving).toBe(1);
    expect(clock.now()).toBeGreaterThanOrEqual(7000);
    expect(clock.now()).toBeLessThanOrEqual(7250);
  });

  it('claims no arrival while only the position is known, and a read model is behind', async () => {
    await projectAllButTimeline();
    expect(await catchUpIn({ ...stores, serving, clock })(stream, 1, 20)).toBeUndefined();
  });

  it('waits no longer than it may', async () => {
    expect(await catchUpIn({ ...stores, serving, clock })(stream, 1, 2)).toBeUndefined();
    expect(clock.now()).toBeGreaterThan(1750);
    expect(clock.now()).toBeLessThanOrEqual(2000);
  });
});
