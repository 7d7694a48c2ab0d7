import { beforeEach, describe, expect, it } from 'vitest';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import { consumeFeed, type FeedConsumer } from '#shared/feed/consumers/consume-feed.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { allBlocks } from '#shared/verification/stored-record.ts';
import { appending } from '#tests/support/appending.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';

let stores: ReturnType<typeof inMemoryStores>;
let seen: number[];
let consumer: FeedConsumer;

beforeEach(async () => {
  stores = inMemoryStores();
  seen = [];
  consumer = { name: 'reader', handle: async (events) => void seen.push(...positionsOf(events)) };
  await blocks(6);
});

const positionsOf = (events: readonly PositionedEvent[]) => events.map(({ position }) => position);

/** Lets the feed grow by so many blocks of one event. */
async function blocks(count: number): Promise<void> {
  for (let block = 0; block < count; block += 1) {
    await appending(stores.ledger)();
    await sweep(stores, 1);
  }
}

describe('a consumer of the feed', () => {
  it('handles every event in order and comes to the end', async () => {
    expect(await consumeFeed(consumer, stores)).toMatchObject({ position: 6, caughtUp: true, handled: 6 });
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('goes on from its checkpoint', async () => {
    await consumeFeed(consumer, stores);
    await blocks(2);
    await consumeFeed(consumer, stores);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('uses the blocks of the notification when they are next, whatever their order, and reads the others itself', async () => {
    const notified = await Array.fromAsync(allBlocks(stores.feed));
    let reads = 0;
    const feed = { read: async (after: number) => ((reads += 1), stores.feed.read(after)) };
    await consumeFeed(consumer, { ...stores, feed, notified: notified.toReversed() });
    expect({ seen, reads }).toEqual({ seen: [1, 2, 3, 4, 5, 6], reads: 1 });
    await blocks(3);
    const late = (await Array.fromAsync(allBlocks(stores.feed))).slice(7);
    await consumeFeed(consumer, { ...stores, notified: late });
    expect(seen.slice(6)).toEqual([7, 8, 9]);
  });

  it('stays where it is when a service denies it its work, and goes on when that is mended', async () => {
    const denied = Object.assign(new Error('broken'), { name: 'AccessDeniedException', $metadata: {} });
    const failing = { ...consumer, handle: async () => Promise.reject(denied) };
    await expect(consumeFeed(failing, stores)).rejects.toThrow('broken');
    expect(await stores.checkpoints.position('reader')).toBe(0);
    await consumeFeed(consumer, stores);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('stops between slices when its time is over', async () => {
    let slices = 0;
    const consumed = await consumeFeed(consumer, { ...stores, hasTime: () => (slices += 1) <= 1 });
    expect(consumed).toMatchObject({ caughtUp: false, position: 3 });
    expect(await consumeFeed(consumer, stores)).toMatchObject({ caughtUp: true, handled: 3 });
  });

  it('never moves its checkpoint back when another invocation was faster', async () => {
    const slow: FeedConsumer = {
      ...consumer,
      handle: async (events) => {
        if (seen.length === 0) {
          seen.push(0);
          await consumeFeed({ ...consumer, handle: async () => undefined }, stores);
        }
        seen.push(...positionsOf(events));
      },
    };
    await consumeFeed(slow, stores);
    expect(await stores.checkpoints.position('reader')).toBe(6);
  });

  it('never goes past positions that it has not seen', async () => {
    const gap = {
      read: async (after: number) => (await stores.feed.read(after)).filter(({ position }) => position !== 2),
    };
    expect(await consumeFeed(consumer, { ...stores, feed: gap, end: 6 })).toMatchObject({
      position: 1,
      caughtUp: false,
    });
    expect(seen).toEqual([1]);
    await consumeFeed(consumer, stores);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('moves its checkpoint after every slice of bounded bytes, however many blocks a notification has', async () => {
    const [first] = await Array.fromAsync(allBlocks(stores.feed));
    if (first === undefined) throw new Error('The feed is empty');
    const entries = first.entries.replace(']}]', `]}${' '.repeat(300 * 1024)}]`);
    const notified = Array.from({ length: 10 }, (_, index) => ({ ...first, position: index + 1, entries }));
    const moves: number[] = [];
    const checkpoints = {
      ...stores.checkpoints,
      move: async (name: string, from: number, to: number) => {
        moves.push(to);
        return stores.checkpoints.move(name, from, to);
      },
    };
    await consumeFeed(consumer, { ...stores, feed: { read: async () => [] }, checkpoints, notified });
    expect(moves).toEqual([5, 10]);
  });
});
