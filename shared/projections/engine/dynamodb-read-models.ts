import { type AttributeValue, type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { chunksOf } from '#shared/chunks.ts';
import { batchGet } from '#shared/dynamodb/batch-get.ts';
import { batchWrite } from '#shared/dynamodb/batch-write.ts';
import { executeWrites } from '#shared/dynamodb/execute-writes.ts';
import { inParallel } from '#shared/in-parallel.ts';
import type { RowKey } from './projection.ts';
import { type ReadModels, rowId, type RowRange, type RowWrite, type StoredRow } from './read-models.ts';

type Item = Record<string, AttributeValue>;

/** Keys in one BatchGetItem call (AWS limit). */
const keysPerCall = 100;

/** Read models on DynamoDB: a row's data is one JSON attribute. */
export const dynamoDBReadModels = (client: DynamoDBClient, table: string): ReadModels => ({
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
  save: async (writes) => {
    const lost = await executeWrites(
      client,
      writes.map((write) => statementOf(table, write)),
    );
    return writes.flatMap(({ row }, index) => (lost.has(index) ? [row] : []));
  },
  put: async (rows) =>
    batchWrite(
      client,
      table,
      rows.map((row) => ({ PutRequest: { Item: itemOf(row) } })),
    ),
  rows: async function* (range) {
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
  },
});

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

/** An INSERT fails where the row exists, an UPDATE where its position is another. */
function statementOf(table: string, { row, read }: RowWrite) {
  const { partition, sort, position, data } = itemOf(row);
  return read === undefined
    ? {
        Statement: `INSERT INTO "${table}" VALUE {'partition': ?, 'sort': ?, 'position': ?, 'data': ?}`,
        Parameters: [partition, sort, position, data],
      }
    : {
        Statement: `UPDATE "${table}" SET "position"=? SET "data"=? WHERE "partition"=? AND "sort"=? AND "position"=?`,
        Parameters: [position, data, partition, sort, { N: String(read) }],
      };
}

const keyOf = ({ partition, sort }: RowKey): Item => ({ partition: { S: partition }, sort: { S: sort } });

const itemOf = ({ partition, sort, position, data }: StoredRow) => ({
  partition: { S: partition },
  sort: { S: sort },
  position: { N: String(position) },
  data: { S: JSON.stringify(data) },
});

const rowFrom = (item: Item): StoredRow => ({
  partition: item.partition?.S ?? '',
  sort: item.sort?.S ?? '',
  position: Number(item.position?.N),
  data: JSON.parse(item.data?.S ?? 'null'),
});
