import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { batchGet } from '#shared/dynamodb/batch-get.ts';
import { batchWrite } from '#shared/dynamodb/batch-write.ts';
import { conditionFailed } from '#shared/dynamodb/condition-failed.ts';
import { chunksOf } from '#shared/chunks.ts';
import { inParallel } from '#shared/in-parallel.ts';
import { emptyFeed } from './block.ts';
import { blockItem } from './block-item.ts';
import { completeItem, readComplete } from './complete-item.ts';
import { blocksFrom } from './dynamodb-blocks.ts';
import type { FeedWriter, ReconcileCursor } from '#shared/feed/feed.ts';
import {
  endOf,
  keysToLookUp,
  type NotifiedVersions,
  type StreamEnd,
  streamEndFrom,
} from '#shared/feed/sequencer/stream-end.ts';
import { rowFrom, rowItem, rowKey, rowPartition } from './version-row-item.ts';
import type { VersionRow } from './version-rows.ts';

/** Keys in one `BatchGetItem`, and calls at the same time. */
const keysPerCall = 100;
const callsAtOnce = 8;

/** Up to so many streams are cheaper to query one by one: a query costs one read unit, two rows cost two. */
const fewStreams = 4;

const cursorKey = { page: { S: 'sweep' }, position: { N: '0' } };

interface RowAddress {
  readonly stream: string;
  readonly version: number;
}

/** The feed on DynamoDB, for the sequencer. */
export function dynamoDBFeedWriter(client: DynamoDBClient, table: string): FeedWriter & ReconcileCursor {
  const rowsAt = async (addresses: readonly RowAddress[], consistency: 'strong' | 'eventual') => {
    const keys = addresses.map(({ stream, version }) => rowKey(stream, version));
    const found = await inParallel(
      chunksOf(keys, keysPerCall),
      async (some) => batchGet(client, table, some, consistency),
      callsAtOnce,
    );
    return new Map(found.flat().map((item) => [addressText(rowFrom(item)), rowFrom(item)]));
  };

  const lastRow = async (stream: string): Promise<StreamEnd> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'page = :page AND #position > :none',
        ExpressionAttributeNames: { '#position': 'position' },
        ExpressionAttributeValues: { ':page': rowPartition(stream), ':none': { N: '0' } },
        ConsistentRead: true,
        ScanIndexForward: false,
        Limit: 1,
      }),
    );
    return Items[0] === undefined ? { version: 0 } : endOf(rowFrom(Items[0]));
  };

  return {
    complete: async () => (await readComplete(client, table, 'strong')) ?? emptyFeed,
    blocksAfter: async (end) => blocksFrom(client, table, end.position + 1),
    streamEnds: async (notified) => {
      const addresses = notified.size <= fewStreams ? [] : addressesOf(notified);
      const rows = await rowsAt(addresses, 'strong');
      const ends = await inParallel([...notified], async ([stream, versions]): Promise<[string, StreamEnd]> => {
        const told =
          addresses.length > 0
            ? streamEndFrom(versions, (version) => rows.get(addressText({ stream, version })))
            : undefined;
        return [stream, told ?? (await lastRow(stream))];
      });
      return new Map(ends);
    },
    put: async (block) =>
      put(client, {
        TableName: table,
        Item: blockItem(block),
        ConditionExpression: 'attribute_not_exists(page)',
      }),
    writeRows: async (rows: readonly VersionRow[]) =>
      batchWrite(
        client,
        table,
        rows.map((row) => ({ PutRequest: { Item: rowItem(row) } })),
      ),
    moveComplete: async (to) => {
      await put(client, {
        TableName: table,
        Item: completeItem(to),
        ConditionExpression: 'attribute_not_exists(page) OR #last < :last',
        ExpressionAttributeNames: { '#last': 'last' },
        ExpressionAttributeValues: { ':last': { N: String(to.position) } },
      });
    },
    withoutRow: async (ends) => {
      const rows = await rowsAt(ends, 'eventual');
      return new Set(ends.filter((end) => !rows.has(addressText(end))).map(({ stream }) => stream));
    },
    load: async () => {
      const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: cursorKey }));
      return Item?.after?.S;
    },
    save: async (after) => {
      const Item = { ...cursorKey, ...(after !== undefined && { after: { S: after } }) };
      await client.send(new PutItemCommand({ TableName: table, Item }));
    },
  };
}

const put = async (client: DynamoDBClient, input: PutItemCommandInput): Promise<boolean> =>
  (await conditionFailed(async () => client.send(new PutItemCommand(input)))) === undefined;

const addressesOf = (notified: ReadonlyMap<string, NotifiedVersions>): RowAddress[] =>
  [...notified].flatMap(([stream, versions]) => keysToLookUp(versions).map((version) => ({ stream, version })));

const addressText = ({ stream, version }: RowAddress): string => `${stream}#${version}`;
