import { setTimeout as delay } from 'node:timers/promises';
import { deliverBatch, type DeliverySettings } from '#infra/local/cloud/lambda/batch-delivery.ts';
import { DynamoDbError } from './dynamodb-call.ts';
import type { EventPattern } from '#infra/local/cloud/eventbridge/event-pattern.ts';
import type { StreamPositions } from './stream-positions.ts';
import type { StreamReader, StreamRecord } from './stream-reader.ts';
import { notification, type Notification } from '#infra/local/cloud/notification.ts';

export interface StreamMappingSettings extends Omit<DeliverySettings, 'signal'> {
  readonly reader: StreamReader;
  readonly positions: StreamPositions;
  readonly startingPosition: 'TRIM_HORIZON' | 'LATEST';
  readonly batchSize: number;
  readonly batchingWindowSeconds: number;
  /** Patterns of which a record must match one; empty: no filter. */
  readonly filters: readonly EventPattern[];
}

export interface StreamMapping {
  /** Ends the pause before the next poll, after a write to the table. */
  readonly notify: () => void;
  /** Stops reading and waits for the batch in flight. */
  readonly stop: () => Promise<void>;
}

/**
 * Milliseconds between polls of a stream that nothing is written to. A write through the endpoint ends the pause: what
 * a poll finds without one is rare, and polling as often as Lambda does would take a twentieth of a processor.
 */
const longestIdleMs = 2000;

/**
 * Milliseconds from the end of a write until its record is there as a rule, and of the first pause after records have
 * come, when no other write is known of. A read that finds nothing costs the processor as much as a write.
 */
const visibleMs = 2;
const settledMs = 16;

/** Bytes of a batch: Lambda passes at most 6 MB, and stream records grow as JSON. */
const batchBytes = 4 * 1024 * 1024;

/**
 * Reads a table's stream, shard by shard, parents before children, and invokes a function with the records in batches.
 */
export function startStreamMapping(settings: StreamMappingSettings): StreamMapping {
  const { reader, positions, filters } = settings;
  const stopping = new AbortController();
  const { signal } = stopping;
  /** One for each shard that is read: a notification has one that waits. */
  const waiting = new Set<Notification>();
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
    const changes = notification();
    waiting.add(changes);
    try {
      await consumeShard(shardId, changes);
    } finally {
      waiting.delete(changes);
    }
  };

  const consumeShard = async (shardId: string, changes: Notification): Promise<void> => {
    const begin = async () => reader.iterator(shardId, positions.of(shardId) ?? settings.startingPosition);
    let iterator: string | undefined = await begin();
    let pause = longestIdleMs;
    while (iterator !== undefined && !signal.aborted) {
      const read: Awaited<ReturnType<StreamReader['read']>> | undefined = await readFrom(iterator);
      if (read === undefined) {
        await changes.wait(longestIdleMs, signal);
        iterator = await begin();
        continue;
      }
      iterator = read.next;
      if (read.records.length === 0) {
        if (iterator === undefined) break;
        const notified = await changes.wait(pause, signal);
        if (notified) await delay(visibleMs);
        pause = notified ? visibleMs : Math.min(pause * 4, longestIdleMs);
        continue;
      }
      pause = settledMs;
      const batch = await collect(read.records, iterator, changes);
      iterator = batch.next;
      await deliver(shardId, batch.records);
    }
    if (!signal.aborted) positions.finish(shardId);
  };

  /** Reads from an iterator; `undefined` when it has expired or points before the oldest record. */
  const readFrom = async (iterator: string) => {
    try {
      return await reader.read(iterator, settings.batchSize);
    } catch (error) {
      const renewable = ['ExpiredIteratorException', 'TrimmedDataAccessException'];
      if (error instanceof DynamoDbError && renewable.includes(error.code)) return undefined;
      throw error;
    }
  };

  /** Collects more records within the batching window. */
  const collect = async (first: StreamRecord[], iterator: string | undefined, changes: Notification) => {
    const deadline = Date.now() + settings.batchingWindowSeconds * 1000;
    const records = [...first];
    let next = iterator;
    while (next !== undefined && records.length < settings.batchSize && Date.now() < deadline && !signal.aborted) {
      await changes.wait(Math.min(longestIdleMs, deadline - Date.now()), signal);
      const more = await reader.read(next, settings.batchSize - records.length);
      records.push(...more.records);
      next = more.next;
    }
    return { records, next };
  };

  const deliver = async (shardId: string, records: readonly StreamRecord[]): Promise<void> => {
    const matching = records.filter((record) => filters.length === 0 || filters.some((matches) => matches(record)));
    for (const batch of bySize(matching)) {
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
    notify: () => waiting.forEach((changes) => changes.notify()),
    stop: async () => {
      stopping.abort();
      await Promise.allSettled([following, ...running.values()]);
    },
  };
}

/** Splits a batch that is too large for one invocation. */
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
