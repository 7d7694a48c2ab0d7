import { beforeEach, describe, expect, it } from 'vitest';
import { composeBlock, headAfter, emptyFeed, type Block } from '#shared/feed/blocks/block.ts';
import { consumeFeed } from '#shared/feed/consumers/consume-feed.ts';
import { rebuildLimits } from '#shared/feed/consumers/slice.ts';
import { atPosition } from '#tests/support/feed-events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';

/** Blocks of a hundred small events, of which a read returns five. */
const blocksPerRead = 5;

function feedOf(count: number, summary = 'x') {
  const blocks: Block[] = [];
  let head = emptyFeed;
  for (let version = 1; version <= count; version += 100) {
    const { id: _, stream, version: __, position: ___, ...event } = atPosition(1, { summary });
    const events = JSON.stringify(Array.from({ length: 100 }, () => event));
    const block = composeBlock(head, [{ stream, version, count: 100, events }]);
    blocks.push(block);
    head = headAfter(block);
  }
  let reads = 0;
  return {
    reads: () => reads,
    read: async (after: number) => {
      reads += 1;
      return blocks.filter(({ position, count: some }) => position + some - 1 > after).slice(0, blocksPerRead);
    },
  };
}

let stores: ReturnType<typeof inMemoryStores>;
let slices: number[];

beforeEach(() => {
  stores = inMemoryStores();
  slices = [];
});

const rowsOf = (rows: number) => ({
  name: 'rebuilt',
  plannedRows: () => rows,
  handle: async (events: readonly unknown[]) => void slices.push(events.length),
});

describe('a slice of a rebuild', () => {
  it('is of five thousand events, over as many reads as that takes, and no read comes twice', async () => {
    const feed = feedOf(12_000);
    await consumeFeed(rowsOf(1), { ...stores, feed, end: 12_000, limits: rebuildLimits });
    expect(slices).toEqual([5000, 5000, 2000]);
    expect(feed.reads()).toBe(24);
  });

  it('is ten times what a consumer that keeps up handles', async () => {
    await consumeFeed(rowsOf(1), { ...stores, feed: feedOf(1500), end: 1500 });
    expect(slices).toEqual([500, 500, 500]);
  });

  it('plans at most fifty thousand rows', async () => {
    await consumeFeed(rowsOf(50), { ...stores, feed: feedOf(1500), end: 1500, limits: rebuildLimits });
    await stores.checkpoints.remove('rebuilt');
    await consumeFeed(rowsOf(51), { ...stores, feed: feedOf(1500), end: 1500, limits: rebuildLimits });
    expect(slices).toEqual([1000, 500, 980, 520]);
  });

  it('is at most four megabytes', async () => {
    const feed = feedOf(3000, 'x'.repeat(2000));
    await consumeFeed(rowsOf(1), { ...stores, feed, end: 3000, limits: rebuildLimits });
    expect(Math.max(...slices)).toBeLessThan((4 * 1024 * 1024) / 2000);
    expect(Math.min(...slices.slice(0, -1))).toBeGreaterThan(1000);
  });
});
