import { beforeEach, describe, expect, it, vi } from 'vitest';
import { invocation } from '#tests/support/as-deployed.ts';
import { feedFunction } from '#functions/adapters/feed-function.ts';
import { recordMetrics } from '#functions/adapters/observability.ts';
import type { Notification } from '#functions/adapters/notification.ts';
import { blockItem } from '#shared/feed/blocks/block-item.ts';
import type { FeedConsumer } from '#shared/feed/consumers/consume-feed.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { allBlocks } from '#shared/verification/stored-record.ts';
import { appending } from '#tests/support/appending.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';

let stores: ReturnType<typeof inMemoryStores>;
let seen: Record<string, number[]>;

/** Four blocks of one event each. */
beforeEach(async () => {
  stores = inMemoryStores();
  seen = {};
  for (let block = 0; block < 4; block += 1) {
    await appending(stores.ledger)();
    await sweep(stores, 1);
  }
});

const consumer = (name: string): FeedConsumer => ({
  name,
  handle: async (events) => {
    seen[name] = [...(seen[name] ?? []), ...events.map(({ position }) => position)];
  },
});
/** Checkpoints among which one cannot be read. */
const withoutCheckpointOf = (lost: string) => ({
  ...stores.checkpoints,
  position: async (name: string) => {
    if (name === lost) throw new Error('out of reach');
    return stores.checkpoints.position(name);
  },
  read: async (names: readonly string[]) => {
    if (names.includes(lost)) throw new Error('out of reach');
    return stores.checkpoints.read(names);
  },
});

/** Permissions are missing: no event's fault. */
const denied = Object.assign(new Error('broken'), { name: 'AccessDeniedException', $metadata: {} });
const failing: FeedConsumer = { name: 'failing', handle: async () => Promise.reject(denied) };
const schedule: Notification = {};

/** The records of a stream that tell of the feed's blocks. */
const newBlocks = async (): Promise<Notification> => ({
  Records: (await Array.fromAsync(allBlocks(stores.feed))).map((block, index) => ({
    eventName: 'INSERT',
    dynamodb: { SequenceNumber: `record-${index + 1}`, NewImage: blockItem(block) },
  })),
});

const none = { batchItemFailures: [] };

describe('a function that the feed triggers', () => {
  it('brings every consumer to the end, and uses the blocks of its notification instead of reading them', async () => {
    let reads = 0;
    const feed = { ...stores.feed, read: async (after: number) => ((reads += 1), stores.feed.read(after)) };
    const run = feedFunction([[consumer('a'), consumer('b')]], { ...stores, feed });
    expect(await run(await newBlocks(), invocation())).toEqual(none);
    expect(seen).toEqual({ a: [1, 2, 3, 4], b: [1, 2, 3, 4] });
    expect(reads).toBe(0);
  });

  it('is not stopped by what was changed or removed, and counts it', async () => {
    const added: unknown[] = [];
    const counting = vi.spyOn(recordMetrics, 'addMetric').mockImplementation((name, _unit, value) => {
      if (name === 'Tampering') added.push(value);
      return recordMetrics;
    });
    const { Records = [] } = await newBlocks();
    const tampered = ['MODIFY', 'REMOVE'].map((eventName) => ({ eventName, dynamodb: { Keys: { page: { S: '0' } } } }));
    await feedFunction([[consumer('a')]], stores)({ Records: [...tampered, ...Records] }, invocation());
    counting.mockRestore();
    expect([added, seen.a]).toEqual([
      [1, 1],
      [1, 2, 3, 4],
    ]);
  });

  it('takes no message of a queue for an item that was changed or removed', async () => {
    const counting = vi.spyOn(recordMetrics, 'addMetric');
    const message = { messageId: '1', eventSource: 'aws:sqs', body: '{}' };
    await feedFunction([[consumer('a')]], stores)({ Records: [message] }, invocation());
    const counted = counting.mock.calls.map(([name]) => name);
    counting.mockRestore();
    expect([counted.includes('Tampering'), seen.a]).toEqual([false, [1, 2, 3, 4]]);
  });

  it('is triggered by the schedule as well', async () => {
    expect(await feedFunction([[consumer('a')]], stores)(schedule, invocation())).toEqual(none);
    expect(seen.a).toEqual([1, 2, 3, 4]);
  });

  it('lets a consumer that fails harm no other, nor delay the next notification', async () => {
    const run = feedFunction([[failing, consumer('a')]], stores);
    expect(await run(await newBlocks(), invocation())).toEqual(none);
    expect(seen.a).toEqual([1, 2, 3, 4]);
    expect(await stores.checkpoints.position('a')).toBe(4);
    expect(await stores.checkpoints.position('failing')).toBe(0);
  });

  it('tries again at once what AWS could not serve at the moment, and no more than some times', async () => {
    const outOfReach = Object.assign(new Error('no connection'), { name: 'TimeoutError' });
    let calls = 0;
    const twice: FeedConsumer = {
      name: 'twice',
      handle: async (...handed) =>
        (calls += 1) < 3 ? Promise.reject(outOfReach) : consumer('twice').handle(...handed),
    };
    const never: FeedConsumer = { name: 'never', handle: async () => ((calls += 1), Promise.reject(outOfReach)) };
    await feedFunction([[twice]], stores)(await newBlocks(), invocation());
    expect([seen.twice, calls]).toEqual([[1, 2, 3, 4], 3]);
    calls = 0;
    await feedFunction([[never]], stores)(await newBlocks(), invocation());
    expect([calls, await stores.checkpoints.position('never')]).toEqual([5, 0]);
  });

  it('goes on with a consumer where it stopped, when it is mended', async () => {
    const position = 2;
    await stores.checkpoints.move('mended', 0, position);
    await feedFunction([[{ ...failing, name: 'mended' }]], stores)(await newBlocks(), invocation());
    await feedFunction([[consumer('mended')]], stores)(await newBlocks(), invocation());
    expect(seen.mended).toEqual([3, 4]);
  });

  it('tries a consumer that failed again on the schedule', async () => {
    let broken = true;
    const mended = { ...consumer('mended'), handle: async (...handed: Parameters<FeedConsumer['handle']>) => (broken ? failing : consumer('mended')).handle(...handed) }; // prettier-ignore
    await feedFunction([[mended]], stores)(await newBlocks(), invocation());
    broken = false;
    await feedFunction([[mended]], stores)(schedule, invocation());
    expect(seen.mended).toEqual([1, 2, 3, 4]);
  });

  it('lets a consumer whose checkpoint cannot be read harm no other', async () => {
    const checkpoints = withoutCheckpointOf('lost');
    const run = feedFunction([[consumer('lost'), consumer('a')]], { ...stores, checkpoints });
    expect(await run(await newBlocks(), invocation())).toEqual(none);
    expect(seen).toEqual({ a: [1, 2, 3, 4] });
  });

  it('lets no consumer go further than those of the stage before have come', async () => {
    await stores.checkpoints.move('failing', 0, 2);
    const run = feedFunction([[failing, consumer('a')], [consumer('b'), consumer('c')], [consumer('d')]], stores);
    expect(await run(await newBlocks(), invocation())).toEqual(none);
    expect(seen).toEqual({ a: [1, 2, 3, 4], b: [1, 2], c: [1, 2], d: [1, 2] });
    const mended = feedFunction([[consumer('failing'), consumer('a')], [consumer('b')]], stores);
    expect(await mended(schedule, invocation())).toEqual(none);
    expect(seen).toMatchObject({ failing: [3, 4], b: [1, 2, 3, 4] });
  });

  it('lets no consumer go on while nobody can tell where the stage before it stands', async () => {
    const checkpoints = withoutCheckpointOf('lost');
    const run = feedFunction([[consumer('lost')], [consumer('a')]], { ...stores, checkpoints });
    expect(await run(await newBlocks(), invocation())).toEqual(none);
    expect(seen).toEqual({});
  });

  it('lets a later stage begin when the one before it is done', async () => {
    const order: string[] = [];
    const slow = (name: string): FeedConsumer => ({
      name,
      handle: async () => {
        await new Promise(setImmediate);
        order.push(name);
      },
    });
    await feedFunction(
      [
        [slow('a'), slow('b')],
        [consumer('c'), slow('d')],
      ],
      stores,
    )(await newBlocks(), invocation());
    expect(order).toEqual(['a', 'b', 'd']);
    expect(seen.c).toEqual([1, 2, 3, 4]);
  });

  it('stops when its time is nearly over, without calling that a failure', async () => {
    expect(await feedFunction([[consumer('a')]], stores)(await newBlocks(), invocation(9_000))).toEqual(none);
    expect(seen).toEqual({});
  });

  it('has nothing to do with records that tell of no new item', async () => {
    const removed: Notification = { Records: [{ dynamodb: { SequenceNumber: 'record-1' } }, {}] };
    expect(await feedFunction([[consumer('a')]], stores)(removed, invocation())).toEqual(none);
    expect(seen.a).toEqual([1, 2, 3, 4]);
  });

  it('lets a consumer that follows others go no further than they are', async () => {
    await stores.checkpoints.move('leader', 0, 3);
    const follower = { ...consumer('follower'), follows: ['leader'] };
    await feedFunction([[follower]], stores)(await newBlocks(), invocation());
    expect(seen.follower).toEqual([1, 2, 3]);
  });

  it('runs background consumers when they are nearly at the end, and leaves those that are far', async () => {
    const feed = { ...stores.feed, head: async () => ({ position: 1003, hash: '' }) };
    await stores.checkpoints.move('near', 0, 3);
    const following = async () => ({
      stages: [[failing, consumer('a')]],
      background: [consumer('near'), consumer('far')],
    });
    await feedFunction(following, { ...stores, feed })({}, invocation());
    expect(seen).toEqual({ a: [1, 2, 3, 4], near: [4] });
  });

  it('does work of another kind at the same time, and survives its failure', async () => {
    const done: boolean[] = [];
    const alongside = async (hasTime: () => boolean) => {
      done.push(hasTime());
      throw new Error('broken');
    };
    const run = feedFunction(async () => ({ stages: [[consumer('a')]], alongside }), stores);
    expect(await run(schedule, invocation())).toEqual(none);
    expect([seen.a, done]).toEqual([[1, 2, 3, 4], [true]]);
  });
});
