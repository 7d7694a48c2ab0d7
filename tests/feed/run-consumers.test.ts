import { beforeEach, describe, expect, it } from 'vitest';
import type { Block } from '#shared/feed/blocks/block.ts';
import type { FeedConsumer } from '#shared/feed/consumers/consume-feed.ts';
import { runConsumers } from '#shared/feed/consumers/run-consumers.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { allBlocks } from '#shared/verification/stored-record.ts';
import { appending } from '#tests/support/appending.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';

let stores: ReturnType<typeof inMemoryStores>;
let seen: Record<string, number[]>;

beforeEach(async () => {
  stores = inMemoryStores();
  seen = {};
  await blocks(4);
});

async function blocks(count: number): Promise<void> {
  for (let block = 0; block < count; block += 1) {
    await appending(stores.ledger)();
    await sweep(stores, 1);
  }
}

const consumer = (name: string, poison: () => number = () => 0): FeedConsumer => ({
  name,
  handle: async (events) => {
    const positions = events.map(({ position }) => position);
    if (positions.includes(poison())) throw new TypeError('bad');
    seen[name] = [...(seen[name] ?? []), ...positions];
  },
});
const run = async (stages: FeedConsumer[][], more: Partial<Parameters<typeof runConsumers>[2]> = {}) => {
  const failures: string[] = [];
  const result = await runConsumers(stages, stores, { onFailure: (message) => failures.push(message), ...more });
  return { ...result, failures };
};

describe('a run of consumers', () => {
  it('ends where the feed ended when it began, however fast new blocks come', async () => {
    const busy: FeedConsumer = {
      name: 'busy',
      handle: async (events, setAside) => {
        await blocks(events.length);
        await consumer('busy').handle(events, setAside);
      },
    };
    const { head } = await run([[busy], [consumer('next')]]);
    expect([head, seen.busy, seen.next]).toEqual([4, [1, 2, 3, 4], [1, 2, 3, 4]]);
  });

  it('waits for those that a consumer follows as long as its patience, and goes as far as they are then', async () => {
    const follower = { ...consumer('follower'), follows: ['other'] };
    const arriving = async (to: number, patience?: number) => {
      const running = run([[{ ...follower, ...(patience !== undefined && { patience }) }]]);
      await stores.checkpoints.move('other', to - 2, to);
      await running;
    };
    await arriving(2);
    expect(seen.follower).toBeUndefined();
    await arriving(4, 5);
    expect(seen.follower).toEqual([1, 2, 3, 4]);
    await blocks(1);
    await run([[{ ...follower, patience: 0.1 }]]);
    expect(seen.follower).toEqual([1, 2, 3, 4]);
  });

  it('goes as far as the blocks of its notification, where the head is not yet known to be', async () => {
    const notified = await Array.fromAsync(allBlocks(stores.feed));
    const feed = { ...stores.feed, head: async () => ({ position: 2, hash: '' }) };
    await runConsumers([[consumer('a')]], { ...stores, feed }, { notified, onFailure: () => undefined });
    expect(seen.a).toEqual([1, 2, 3, 4]);
  });

  it('is not led past a gap by the blocks of its notification', async () => {
    const notified = (await Array.fromAsync(allBlocks(stores.feed))).filter(({ position }) => position !== 3);
    const feed = { ...stores.feed, head: async () => ({ position: 1, hash: '' }) };
    const { head } = await runConsumers([[]], { ...stores, feed }, { notified, onFailure: () => undefined });
    expect(head).toBe(2);
  });

  it('lets nothing else stop when one consumer throws at every event', async () => {
    const always: FeedConsumer = { name: 'always', handle: async () => Promise.reject(new TypeError('bad')) };
    const { progress, failures } = await run([[always, consumer('a')], [consumer('b')]]);
    expect(failures).toEqual([]);
    expect(seen).toEqual({ a: [1, 2, 3, 4], b: [1, 2, 3, 4] });
    expect(progress.find((one) => one.consumer === 'always')).toMatchObject({ position: 4, quarantined: 4 });
  });

  it('handles a quarantined event again once it is released', async () => {
    let poison = 2;
    const mended = consumer('mended', () => poison);
    await run([[mended]]);
    poison = 0;
    await run([[mended]]);
    expect(seen.mended).toEqual([1, 3, 4]);
    await stores.checkpoints.release('mended', 2);
    await run([[mended]]);
    await run([[mended]]);
    expect(seen.mended).toEqual([1, 3, 4, 2]);
  });

  it('quarantines a released event again when it still fails', async () => {
    const bad = consumer('bad', () => 2);
    await run([[bad]]);
    await stores.quarantine.release('bad', '2');
    await stores.checkpoints.release('bad', 2);
    await run([[bad]]);
    expect((await stores.quarantine.list({ limit: 10 })).items).toMatchObject([{ consumer: 'bad', item: '2' }]);
  });

  /** The calls of a run with such blocks in its notification. */
  const callsOf = async (stages: FeedConsumer[][], notified: Block[] = []) => {
    const calls: string[] = [];
    const feed = {
      ...stores.feed,
      head: async () => (calls.push('head'), stores.feed.head()),
      read: async (after: number) => (calls.push('blocks'), stores.feed.read(after)),
    };
    const read = async (names: readonly string[]) => (calls.push('checkpoints'), stores.checkpoints.read(names));
    const checkpoints = { ...stores.checkpoints, read };
    await runConsumers(stages, { ...stores, feed, checkpoints }, { notified, onFailure: () => undefined });
    return calls.toSorted();
  };

  it('reads the head once, and the checkpoints of a stage in one call', async () => {
    const stages = [[consumer('a'), consumer('b'), consumer('c')]];
    expect((await callsOf(stages)).filter((call) => call !== 'blocks')).toEqual(['checkpoints', 'head']);
  });

  it('reads nothing of the feed where the blocks of the notification come next', async () => {
    await run([[consumer('a'), consumer('b')]]);
    await blocks(2);
    const notified = (await Array.fromAsync(allBlocks(stores.feed))).slice(3);
    await blocks(1);
    expect(await callsOf([[consumer('a'), consumer('b')]], notified)).toEqual(['checkpoints']);
    expect([seen.a, seen.b]).toEqual([
      [1, 2, 3, 4, 5, 6],
      [1, 2, 3, 4, 5, 6],
    ]);
  });

  it('reads the head where they do not for one of the consumers', async () => {
    await run([[consumer('a')]]);
    await blocks(1);
    const notified = (await Array.fromAsync(allBlocks(stores.feed))).slice(4);
    expect(await callsOf([[consumer('a'), consumer('late')]], notified)).toContain('head');
    expect([seen.a, seen.late]).toEqual([
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5],
    ]);
    const repeated = await callsOf([[consumer('a')]], notified);
    expect(repeated).toEqual(['checkpoints', 'head']);
  });
});
