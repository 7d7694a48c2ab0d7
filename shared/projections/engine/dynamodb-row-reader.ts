import {
  type AttributeValue,
  type DynamoDBClient,
  ExecuteStatementCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { chunksOf } from '#shared/chunks.ts';
import { batchGet } from '#shared/dynamodb/batch-get.ts';
import { inParallel } from '#shared/in-parallel.ts';
import type { RowKey } from './projection.ts';
import { rowId, type RowRange, type RowReader, type StoredRow } from './read-models.ts';

type Item = Record<string, AttributeValue>;

/** Keys in one BatchGetItem call (AWS limit). */
const keysPerCall = 100;
/** Partitions that one statement names (AWS limit). */
const partitionsPerCall = 50;

/** Read models on DynamoDB, to be read: a row's data is one JSON attribute. */
export const dynamoDBRowReader = (client: DynamoDBClient, table: string): RowReader => ({
  load: async (keys) => {
    const chunks = await inParallel(chunksOf(keys, keysPerCall), async (chunk) =>
      batchGet(client, table, chunk.map(keyOf)),
    );
    return new Map(
      chunks
        .flat()
        .map(rowFrom)
        .map((row) => [rowId(row), row]),
    );
  },
  rows: (range) => rowsIn(client, table, range),
  whole: async function* (partitions) {
    for (const chunk of chunksOf([...new Set(partitions)], partitionsPerCall)) {
      const { Items = [], NextToken } = await client.send(
        new ExecuteStatementCommand({
          Statement: `SELECT * FROM "${table}" WHERE "partition" IN [${chunk.map(() => '?').join(', ')}]`,
          Parameters: chunk.map((S) => ({ S })),
          ConsistentRead: true,
        }),
      );
      // Of more than 1 MB, DynamoDB Local forgets what follows an empty partition on the second page.
      if (NextToken === undefined) yield* Items.map(rowFrom);
      else for (const partition of chunk) yield* rowsIn(client, table, { partition, order: 'ascending' });
    }
  },
});

async function* rowsIn(client: DynamoDBClient, table: string, range: RowRange): AsyncGenerator<StoredRow> {
  if (isEmpty(range)) return;
  let start: Item | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: table,
        ...condition(range),
        ConsistentRead: true,
        ScanIndexForward: range.order === 'ascending',
        Limit: range.pageSize,
        ExclusiveStartKey: start,
      }),
    );
    for (const item of page.Items ?? []) yield rowFrom(item);
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
}

/** DynamoDB calls it an error when a range ends before it begins. */
const isEmpty = ({ from, to }: RowRange): boolean => from !== undefined && to !== undefined && from > to;

const condition = ({ partition, from, to }: RowRange) => ({
  KeyConditionExpression: `#partition = :partition AND #sort BETWEEN :from AND :to`,
  ExpressionAttributeNames: { '#partition': 'partition', '#sort': 'sort' },
  ExpressionAttributeValues: {
    ':partition': { S: partition },
    ':from': { S: from ?? ' ' },
    ':to': { S: to ?? '\u{10ffff}' },
  },
});

const keyOf = ({ partition, sort }: RowKey): Item => ({ partition: { S: partition }, sort: { S: sort } });

const rowFrom = (item: Item): StoredRow => ({
  partition: item.partition?.S ?? '',
  sort: item.sort?.S ?? '',
  position: Number(item.position?.N),
  data: JSON.parse(item.data?.S ?? 'null'),
});
