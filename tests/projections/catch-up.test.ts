import { beforeEach, describe, expect, it } from 'vitest';
import { consumeFeed } from '#shared/feed/consume-feed.ts';
import { sweep } from '#shared/feed/sequence.ts';
import { catchUpIn } from '#shared/projections/engine/catch-up.ts';
import { servingBy } from '#shared/projections/generations/generation-registry.ts';
import { projectionStages } from '#shared/read-models/projecting-consumers.ts';
import { appending } from '#tests/support/appending.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { leaveBehind, projectFeed } from '#tests/support/projecting.ts';

const stream = 'relation/BGD-PAK';
const serving = async () => servingBy(await stores.registry.read());
let stores: ReturnType<typeof inMemoryStores>;

beforeEach(async () => {
  stores = inMemoryStores();
  await appending(stores.ledger)();
  await appending(stores.ledger)();
  await sweep(stores, 1);
});

const project = async () => projectFeed(stores);

/** Brings all but the timeline to the end of the feed. */
async function projectAllButTimeline(): Promise<void> {
  await leaveBehind(stores, 'timeline');
  const consumers = projectionStages(stores.readModels, await stores.registry.read()).flat();
  for (const consumer of consumers) await consumeFeed(consumer, stores);
}

/** Seconds, and what came out of it. */
async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; seconds: number }> {
  const start = performance.now();
  return { result: await work(), seconds: (performance.now() - start) / 1000 };
}

describe('the arrival of an event in the read models', () => {
  it('is told by its position, at once when it is there already', async () => {
    await project();
    expect(await catchUpIn({ ...stores, serving })(stream, 2, 0)).toBe(2);
  });

  it('is told as soon as it comes, long before the time is over', async () => {
    const { promise: firstLook, resolve: looked } = Promise.withResolvers<void>();
    const checkpoints = {
      positions: async (names: readonly string[]) => {
        const found = await stores.checkpoints.positions(names);
        looked();
        return found;
      },
    };
    await projectAllButTimeline();
    const { result, seconds } = await timed(async () => {
      const arriving = catchUpIn({ ...stores, checkpoints, serving })(stream, 1, 20);
      await firstLook;
      await project();
      return arriving;
    });
    expect(result).toBe(1);
    expect(seconds).toBeLessThan(5);
  });

  it('is not claimed while only the position is known, and a read model is behind', async () => {
    await projectAllButTimeline();
    expect(await catchUpIn({ ...stores, serving })(stream, 1, 0.05)).toBeUndefined();
  });

  it('is not waited for beyond the time', async () => {
    const { result, seconds } = await timed(async () => catchUpIn({ ...stores, serving })(stream, 1, 0.2));
    expect(result).toBeUndefined();
    expect(seconds).toBeLessThan(1);
  });
});
