import * as z from 'zod';
import { callDynamoDb, DynamoDbError } from './dynamodb-call.ts';
import type { LocalTable } from './tables.ts';

/** A stream record in the shape that Lambda hands to functions. */
export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: string;
  readonly eventVersion: string;
  readonly eventSource: string;
  readonly awsRegion: string;
  readonly dynamodb: {
    readonly ApproximateCreationDateTime: number;
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
    readonly [image: string]: unknown;
  };
  readonly eventSourceARN: string;
}

const shardsSchema = z.object({
  StreamDescription: z.object({
    Shards: z.array(z.object({ ShardId: z.string(), ParentShardId: z.string().optional() })),
    LastEvaluatedShardId: z.string().optional(),
  }),
});
export type Shard = z.output<typeof shardsSchema>['StreamDescription']['Shards'][number];

const recordsSchema = z.object({
  Records: z.array(
    z.looseObject({
      eventID: z.string(),
      eventName: z.string(),
      eventVersion: z.string(),
      eventSource: z.string(),
      dynamodb: z.looseObject({
        ApproximateCreationDateTime: z.number(),
        SequenceNumber: z.string(),
        SizeBytes: z.number(),
      }),
    }),
  ),
  NextShardIterator: z.string().nullish(),
});

export interface StreamReader {
  readonly shards: () => Promise<Shard[]>;
  /** Where to begin in a shard: after a sequence number, or `TRIM_HORIZON` (its oldest record) or `LATEST`. */
  readonly iterator: (shardId: string, position: string) => Promise<string>;
  /** Records from an iterator on; `next` is absent at the end of a closed shard. */
  readonly read: (iterator: string, limit: number) => Promise<{ records: StreamRecord[]; next: string | undefined }>;
}

/** Reads the stream of a table from DynamoDB Local. `streamArn` is the ARN that the records shall name as their source. */
export function streamReader(table: LocalTable, streamArn: string, region: string): StreamReader {
  const call = async (operation: string, input: unknown) =>
    callDynamoDb(table.database, `DynamoDBStreams_20120810.${operation}`, input);
  const StreamArn = table.streamArn;

  return {
    shards: async () => {
      const found: Shard[] = [];
      let ExclusiveStartShardId: string | undefined;
      do {
        const output = await call('DescribeStream', { StreamArn, ExclusiveStartShardId });
        const { Shards, LastEvaluatedShardId } = shardsSchema.parse(output).StreamDescription;
        found.push(...Shards);
        ExclusiveStartShardId = LastEvaluatedShardId;
      } while (ExclusiveStartShardId !== undefined);
      return found;
    },
    iterator: async (ShardId, position) => {
      const where =
        position === 'TRIM_HORIZON' || position === 'LATEST'
          ? { ShardIteratorType: position }
          : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: position };
      const schema = z.object({ ShardIterator: z.string() });
      try {
        return schema.parse(await call('GetShardIterator', { StreamArn, ShardId, ...where })).ShardIterator;
      } catch (error) {
        // Records are kept for a day: whoever comes later begins with the oldest that is left.
        if (!(error instanceof DynamoDbError && error.code === 'TrimmedDataAccessException')) throw error;
        const oldest = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' };
        return schema.parse(await call('GetShardIterator', oldest)).ShardIterator;
      }
    },
    read: async (ShardIterator, limit) => {
      const output = recordsSchema.parse(await call('GetRecords', { ShardIterator, Limit: Math.min(limit, 1000) }));
      const records = output.Records.map((record) => ({ ...record, awsRegion: region, eventSourceARN: streamArn }));
      return { records, next: output.NextShardIterator ?? undefined };
    },
  };
}
