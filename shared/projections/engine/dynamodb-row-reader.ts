import { type AttributeValue, type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { chunksOf } from '#shared/chunks.ts';
import { batchGet } from '#shared/dynamodb/batch-get.ts';
import { partitionsPerCall, selectPartitions } from '#shared/dynamodb/select-partitions.ts';
import { inParallel } from '#shared/in-parallel.ts';
import type { RowKey } from './projection.ts';
import { rowId, type RowRange, type RowReader, type SortRange, type StoredRow } from './read-models.ts';

type Item = Record<string, AttributeValue>;

/** Keys in one BatchGetItem call (AWS limit). */
const keysPerCall = 100;

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
  whole: async function* (asked, range = {}) {
    if (isEmpty(range)) return;
    const [from, to] = boundsOf(range);
    const isPart = range.from !== undefined || range.to !== undefined;
    const select = { table, key: 'partition', range: isPart ? { key: 'sort', from, to } : undefined };
    for (const partitions of chunksOf([...new Set(asked)], partitionsPerCall)) {
      const items = await selectPartitions(client, { ...select, partitions });
      if (items !== undefined) yield* items.map(rowFrom);
      else
        for (const partition of partitions) yield* rowsIn(client, table, { partition, order: 'ascending', ...range });
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
const isEmpty = ({ from, to }: SortRange): boolean => from !== undefined && to !== undefined && from > to;

const boundsOf = ({ from = ' ', to = '\u{10ffff}' }: SortRange): [string, string] => [from, to];

const condition = ({ partition, ...range }: RowRange) => ({
  KeyConditionExpression: `#partition = :partition AND #sort BETWEEN :from AND :to`,
  ExpressionAttributeNames: { '#partition': 'partition', '#sort': 'sort' },
  ExpressionAttributeValues: {
    ':partition': { S: partition },
    ':from': { S: boundsOf(range)[0] },
    ':to': { S: boundsOf(range)[1] },
  },
});

const keyOf = ({ partition, sort }: RowKey): Item => ({ partition: { S: partition }, sort: { S: sort } });

const rowFrom = (item: Item): StoredRow => ({
  partition: item.partition?.S ?? '',
  sort: item.sort?.S ?? '',
  position: Number(item.position?.N),
  data: JSON.parse(item.data?.S ?? 'null'),
});
