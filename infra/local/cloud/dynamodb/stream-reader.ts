import type { AttributeValue, DynamoDBRecord, StreamRecord as Images } from 'aws-lambda';
import * as z from 'zod';
import { callDynamoDb, DynamoDbError } from './dynamodb-call.ts';
import type { LocalTable } from './tables.ts';

type Always = 'ApproximateCreationDateTime' | 'SequenceNumber' | 'SizeBytes';
type Change = Omit<Images, Always> & { readonly [Name in Always]: NonNullable<Images[Name]> };

/** A stream record as Lambda passes it to functions, with the fields that DynamoDB always sets. */
export interface StreamRecord extends DynamoDBRecord {
  readonly dynamodb: Change;
}

const shardsSchema = z.object({
  StreamDescription: z.object({
    Shards: z.array(z.object({ ShardId: z.string(), ParentShardId: z.string().optional() })),
    LastEvaluatedShardId: z.string().optional(),
  }),
});
export type Shard = z.output<typeof shardsSchema>['StreamDescription']['Shards'][number];

/** An item as it was written; its values are passed on as they are. */
const image = z.record(
  z.string(),
  z.custom<AttributeValue>((value) => typeof value === 'object' && value !== null),
);

const recordsSchema = z.object({
  Records: z.array(
    z.looseObject({
      eventID: z.string(),
      eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
      eventVersion: z.string(),
      eventSource: z.string(),
      dynamodb: z.looseObject({
        ApproximateCreationDateTime: z.number(),
        SequenceNumber: z.string(),
        SizeBytes: z.number(),
        Keys: image.exactOptional(),
        NewImage: image.exactOptional(),
        OldImage: image.exactOptional(),
        StreamViewType: z.enum(['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']).exactOptional(),
      }),
    }),
  ),
  NextShardIterator: z.string().nullish(),
});

export interface StreamReader {
  readonly shards: () => Promise<Shard[]>;
  /** Opens a shard after a sequence number, or at `TRIM_HORIZON` (its oldest record) or `LATEST`. */
  readonly iterator: (shardId: string, position: string) => Promise<string>;
  /** Reads records from an iterator; `next` is absent at the end of a closed shard. */
  readonly read: (iterator: string, limit: number) => Promise<{ records: StreamRecord[]; next: string | undefined }>;
}

/** Reads the stream of a table from DynamoDB Local. `streamArn` is the source that the records name. */
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
        // DynamoDB keeps records for a day: a later reader begins with the oldest one left.
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
