import { createHash } from 'node:crypto';
import type { StreamReader, StreamRecord } from './stream-reader.ts';

/** Reads in a row at most that find only what belongs to other shards. */
const mostReads = 20;

/**
 * Splits each shard of a stream by a hash of the partition key, as the stream of a table with several partitions is
 * split: the records of one partition key are in one shard, in order. DynamoDB Local has one shard at a time. The names
 * of the shards hold their number: with another number, a mapping begins anew with the oldest record that is kept.
 */
export function shardedReader(reader: StreamReader, partitionKey: string, count: number): StreamReader {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const shardName = (shardId: string, index: number) => `${index}/${count}-${shardId}`;
  const isOf = (index: number) => (record: StreamRecord) => shardOf(record, partitionKey, count) === index;

  return {
    shards: async () =>
      (await reader.shards()).flatMap(({ ShardId, ParentShardId }) =>
        indexes.map((index) => ({
          ShardId: shardName(ShardId, index),
          ...(ParentShardId !== undefined && { ParentShardId: shardName(ParentShardId, index) }),
        })),
      ),
    iterator: async (name, position) => {
      const { index, rest } = named(name);
      return `${index}-${await reader.iterator(rest, position)}`;
    },
    read: async (iterator, limit) => {
      const { index, rest } = named(iterator);
      let next: string | undefined = rest;
      let records: StreamRecord[] = [];
      for (let reads = 0; next !== undefined && records.length === 0 && reads < mostReads; reads += 1) {
        const read: Awaited<ReturnType<StreamReader['read']>> = await reader.read(next, limit);
        records = read.records.filter(isOf(index));
        next = read.next;
        if (read.records.length === 0) break;
      }
      return { records, next: next === undefined ? undefined : `${index}-${next}` };
    },
  };
}

/** The index at the beginning of a shard's or an iterator's name, and what DynamoDB Local calls it. */
function named(name: string): { index: number; rest: string } {
  const [, index, rest = ''] = /^(\d+)[^-]*-(.*)$/s.exec(name) ?? [];
  return { index: Number(index), rest };
}

function shardOf({ eventID, dynamodb: { Keys } }: StreamRecord, partitionKey: string, count: number): number {
  const value = Keys?.[partitionKey];
  if (value === undefined) throw new Error(`The stream record ${eventID} has no key ${partitionKey}`);
  return createHash('md5').update(JSON.stringify(value)).digest().readUInt32BE() % count;
}
