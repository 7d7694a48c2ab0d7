import { setTimeout as delay } from 'node:timers/promises';
import { deliverBatch, type DeliverySettings } from '#infra/local/cloud/lambda/batch-delivery.ts';
import { DynamoDbError } from './dynamodb-call.ts';
import type { EventPattern } from '#infra/local/cloud/eventbridge/event-pattern.ts';
import type { StreamPositions } from './stream-positions.ts';
import type { StreamReader, StreamRecord } from './stream-reader.ts';
import { wakeUp } from '#infra/local/cloud/wake-up.ts';

export interface StreamMappingSettings extends Omit<DeliverySettings, 'signal'> {
  readonly reader: StreamReader;
  readonly positions: StreamPositions;
  readonly startingPosition: 'TRIM_HORIZON' | 'LATEST';
  readonly batchSize: number;
  readonly batchingWindowSeconds: number;
  /** A record goes to the function when any of these matches; none: every record. */
  readonly filters: readonly EventPattern[];
}

export interface StreamMapping {
  /** Says that the table was written to. */
  readonly wake: () => void;
  /** Lets the batch under way finish. */
  readonly stop: () => Promise<void>;
}

const longestIdleMs = 50;

/** Lambda hands over at most 6 MB; stream records grow when they become JSON. */
const batchBytes = 4 * 1024 * 1024;

/** Reads a table's stream, shard by shard, parents before children, and hands the records to a function in batches. */
export function startStreamMapping(settings: StreamMappingSettings): StreamMapping {
  const { reader, positions, filters } = settings;
  const stopping = new AbortController();
  const { signal } = stopping;
  const waker = wakeUp();
  const running = new Map<string, Promise<void>>();

  const followShards = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        const shards = await reader.shards();
        const known = new Set(shards.map(({ ShardId }) => ShardId));
        const ready = shards.filter(
          ({ ShardId, ParentShardId: parent }) =>
            !positions.isFinished(ShardId) &&
            (parent === undefined || !known.has(parent) || positions.isFinished(parent)),
        );
        for (const { ShardId } of ready)
          if (!running.has(ShardId))
            running.set(
              ShardId,
              consume(ShardId).finally(() => running.delete(ShardId)),
            );
        await Promise.race([...running.values(), delay(running.size > 0 ? 60_000 : 200, undefined, { signal })]);
      } catch (error) {
        if (signal.aborted) return;
        process.stderr.write(`${settings.fn.name}: its stream cannot be read: ${String(error)}\n`);
        await delay(500, undefined, { signal }).catch(() => undefined);
      }
    }
  };

  const consume = async (shardId: string): Promise<void> => {
    const begin = async () => reader.iterator(shardId, positions.of(shardId) ?? settings.startingPosition);
    let iterator: string | undefined = await begin();
    let pause = 1;
    while (iterator !== undefined && !signal.aborted) {
      const read: Awaited<ReturnType<StreamReader['read']>> | undefined = await readOn(iterator);
      if (read === undefined) {
        await waker.wait(longestIdleMs, signal);
        iterator = await begin();
        continue;
      }
      iterator = read.next;
      if (read.records.length === 0) {
        if (iterator === undefined) break;
        const woken = await waker.wait(pause, signal);
        pause = woken ? 1 : Math.min(pause * 2, longestIdleMs);
        continue;
      }
      pause = 1;
      const gathered = await gather(read.records, iterator);
      iterator = gathered.next;
      await handOver(shardId, gathered.records);
    }
    if (!signal.aborted) positions.finish(shardId);
  };

  /** `undefined` when the iterator cannot be used any more, being too old or pointing before the oldest record. */
  const readOn = async (iterator: string) => {
    try {
      return await reader.read(iterator, settings.batchSize);
    } catch (error) {
      const renewable = ['ExpiredIteratorException', 'TrimmedDataAccessException'];
      if (error instanceof DynamoDbError && renewable.includes(error.code)) return undefined;
      throw error;
    }
  };

  /** Waits for more records as long as the batching window allows. */
  const gather = async (first: StreamRecord[], iterator: string | undefined) => {
    const deadline = Date.now() + settings.batchingWindowSeconds * 1000;
    const records = [...first];
    let next = iterator;
    while (next !== undefined && records.length < settings.batchSize && Date.now() < deadline && !signal.aborted) {
      await waker.wait(Math.min(longestIdleMs, deadline - Date.now()), signal);
      const more = await reader.read(next, settings.batchSize - records.length);
      records.push(...more.records);
      next = more.next;
    }
    return { records, next };
  };

  const handOver = async (shardId: string, records: readonly StreamRecord[]): Promise<void> => {
    const wanted = records.filter((record) => filters.length === 0 || filters.some((matches) => matches(record)));
    for (const batch of bySize(wanted)) {
      await deliverBatch({ ...settings, signal }, shardId, batch, (last) =>
        positions.move(shardId, last.dynamodb.SequenceNumber),
      );
      if (signal.aborted) return;
    }
    const last = records.at(-1);
    if (last !== undefined) positions.move(shardId, last.dynamodb.SequenceNumber);
  };

  const following = followShards();
  return {
    wake: waker.wake,
    stop: async () => {
      stopping.abort();
      await Promise.allSettled([following, ...running.values()]);
    },
  };
}

/** Cuts a batch where it would be too large for one invocation. */
function bySize(records: readonly StreamRecord[]): StreamRecord[][] {
  const batches: StreamRecord[][] = [];
  let bytes = Infinity;
  for (const record of records) {
    bytes += record.dynamodb.SizeBytes;
    if (bytes > batchBytes) {
      batches.push([]);
      bytes = record.dynamodb.SizeBytes;
    }
    batches.at(-1)?.push(record);
  }
  return batches;
}
