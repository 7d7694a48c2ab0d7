import { describe, expect, it } from 'vitest';
import { shardedReader } from '#infra/local/cloud/dynamodb/sharded-reader.ts';
import { startStreamMapping } from '#infra/local/cloud/dynamodb/stream-mapping.ts';
import type { StreamPositions } from '#infra/local/cloud/dynamodb/stream-positions.ts';
import type { StreamReader, StreamRecord } from '#infra/local/cloud/dynamodb/stream-reader.ts';
import { createQueue } from '#infra/local/cloud/sqs/queue.ts';
import { until } from '#tests/support/until.ts';

const keys = Array.from({ length: 24 }, (_, index) => `stream-${index}`);
const keyOf = ({ dynamodb: { Keys } }: StreamRecord): string => Keys?.['id']?.S ?? '';

const record = (id: string, sequence: number): StreamRecord => ({
  eventID: `e${sequence}`,
  eventName: 'INSERT',
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: 'eu-west-1',
  eventSourceARN: 'arn:stream',
  dynamodb: {
    ApproximateCreationDateTime: Date.now() / 1000,
    SequenceNumber: String(sequence),
    SizeBytes: 1,
    Keys: { id: { S: id }, version: { N: String(sequence) } },
  },
});

/** Ten changes of each key, in turn. */
const records = Array.from({ length: keys.length * 10 }, (_, index) =>
  record(keys[index % keys.length] ?? '', index + 1),
);

/** A stream with one shard, as DynamoDB Local has it. */
const oneShard: StreamReader = {
  shards: async () => [{ ShardId: 'shardId-1' }],
  iterator: async (_shardId, position) => (position === 'TRIM_HORIZON' ? '0' : position),
  read: async (iterator, limit) => {
    const found = records.slice(Number(iterator), Number(iterator) + limit);
    return { records: found, next: String(Number(iterator) + found.length) };
  },
};

const positionsIn = (kept: Map<string, string>): StreamPositions => ({
  of: (shardId) => kept.get(shardId),
  isFinished: () => false,
  move: (shardId, sequenceNumber) => void kept.set(shardId, sequenceNumber),
  finish: () => undefined,
});

/** Follows the stream in four shards with a function that fails on batches as `fails` says. */
function follow(
  kept: Map<string, string>,
  fails: (batch: readonly StreamRecord[]) => boolean,
  reader: StreamReader = shardedReader(oneShard, 'id', 4),
) {
  const delivered: StreamRecord[] = [];
  const onFailure = createQueue({ name: 'f', arn: 'arn', url: 'url', visibilitySeconds: 30, retentionSeconds: 60 });
  const mapping = startStreamMapping({
    fn: {
      name: 'fn',
      arn: 'arn:fn',
      environments: () => 1,
      stop: async () => undefined,
      invoke: async (event) => {
        const { Records } = event as { Records: StreamRecord[] };
        if (fails(Records)) return { requestId: 'r', error: { errorType: 'Error', errorMessage: 'not this one' } };
        delivered.push(...Records);
        return { requestId: 'r', payload: 'null' };
      },
    },
    reader,
    positions: positionsIn(kept),
    startingPosition: 'TRIM_HORIZON',
    batchSize: 10,
    batchingWindowSeconds: 0,
    filters: [],
    maxRetries: -1,
    maxAgeSeconds: -1,
    bisect: false,
    reportsItemFailures: false,
    onFailure,
  });
  return { mapping, delivered };
}

const sequences = (delivered: readonly StreamRecord[]) =>
  delivered.map(({ dynamodb: { SequenceNumber } }) => Number(SequenceNumber));

describe('a stream in four shards', () => {
  it('has each partition key in one of them, and all of them in use', async () => {
    const reader = shardedReader(oneShard, 'id', 4);
    const shards = await reader.shards();
    expect(shards).toHaveLength(4);
    const found = await Promise.all(
      shards.map(async ({ ShardId }) => {
        const read = await reader.read(await reader.iterator(ShardId, 'TRIM_HORIZON'), 1000);
        return new Set(read.records.map(keyOf));
      }),
    );
    expect(found.every(({ size }) => size > 0)).toBe(true);
    expect(found.flatMap((shard) => [...shard]).toSorted()).toEqual(keys.toSorted());
  });

  it('makes a child of each shard the child of its own part of the parent', async () => {
    const shards = async () => [{ ShardId: 'a' }, { ShardId: 'b', ParentShardId: 'a' }];
    const found = await shardedReader({ ...oneShard, shards }, 'id', 2).shards();
    const [first, second, childOfFirst, childOfSecond] = found;
    expect([childOfFirst?.ParentShardId, childOfSecond?.ParentShardId]).toEqual([first?.ShardId, second?.ShardId]);
    expect(new Set(found.map(({ ShardId }) => ShardId)).size).toBe(4);
  });

  it('delivers every change of a key in its order', async () => {
    const { mapping, delivered } = follow(new Map(), () => false);
    await until('all records', () => delivered.length === records.length);
    await mapping.stop();
    for (const key of keys) {
      const own = sequences(delivered.filter((one) => keyOf(one) === key));
      expect(own).toEqual(sequences(records.filter((one) => keyOf(one) === key)));
    }
  });

  it('goes on in the others while one retries, and the next process goes on where each of them was', async () => {
    const reader = shardedReader(oneShard, 'id', 4);
    const inShards = await Promise.all(
      (await reader.shards()).map(async ({ ShardId }) =>
        reader.read(await reader.iterator(ShardId, 'TRIM_HORIZON'), records.length),
      ),
    );
    const blocked = inShards.find((shard) => shard.records.some((one) => keyOf(one) === 'stream-0'))?.records ?? [];

    const kept = new Map<string, string>();
    const first = follow(kept, (batch) => batch.some((one) => keyOf(one) === 'stream-0'));
    await until('the end of three shards', () => first.delivered.length === records.length - blocked.length);
    await first.mapping.stop();
    const second = follow(kept, () => false);
    await until('the end of the fourth', () => second.delivered.length === blocked.length);
    await second.mapping.stop();
    expect(sequences(second.delivered)).toEqual(sequences(blocked));
    expect(new Set(sequences([...first.delivered, ...second.delivered])).size).toBe(records.length);
  });
});

describe('a stream that is written to now and then', () => {
  it('is read a few times for each write, which is delivered at once', async () => {
    const written: StreamRecord[] = [];
    let reads = 0;
    const growing: StreamReader = {
      ...oneShard,
      read: async (iterator, limit) => {
        reads += 1;
        const found = written.slice(Number(iterator), Number(iterator) + limit);
        return { records: found, next: String(Number(iterator) + found.length) };
      },
    };
    const { mapping, delivered } = follow(new Map(), () => false, growing);
    await until('it is read', () => reads > 0);
    const [before, began] = [reads, performance.now()];
    for (const one of records.slice(0, 20)) {
      written.push(one);
      mapping.notify();
      await until('its delivery', () => delivered.length === written.length);
    }
    // One finds the record, one that it was the last; the next pause is of 16 ms.
    expect(reads - before).toBeLessThanOrEqual(2 * 20 + (performance.now() - began) / 16 + 1);
    await mapping.stop();
  });
});
