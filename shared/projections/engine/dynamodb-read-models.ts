import { type AttributeValue, type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { chunksOf } from '#shared/chunks.ts';
import { batchGet } from '#shared/dynamodb/batch-get.ts';
import { batchWrite } from '#shared/dynamodb/batch-write.ts';
import { lostRace } from '#shared/dynamodb/lost-race.ts';
import type { RowKey } from './projection.ts';
import { type ReadModels, rowId, type RowRange, type StoredRow } from './read-models.ts';

type Item = Record<string, AttributeValue>;

/** Keys in one BatchGetItem call (AWS limit). */
const keysPerCall = 100;
/** How long a tombstone is kept: far longer than any repeated delivery can take. */
const tombstoneSeconds = 7 * 24 * 60 * 60;

/** Read models on DynamoDB: a row's data is one JSON attribute. */
export const dynamoDBReadModels = (client: DynamoDBClient, table: string): ReadModels => ({
  load: async (keys) => {
    const rows = (
      await Promise.all(chunksOf(keys, keysPerCall).map((chunk) => batchGet(client, table, chunk.map(keyOf))))
    )
      .flat()
      .map(rowFrom);
    return new Map(rows.map((row) => [rowId(row), row]));
  },
  save: async (row, readPosition) => {
    try {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: itemOf(row),
          ExpressionAttributeNames: { '#position': 'position' },
          ...(readPosition === undefined
            ? { ConditionExpression: 'attribute_not_exists(#position)' }
            : {
                ConditionExpression: '#position = :read',
                ExpressionAttributeValues: { ':read': { N: String(readPosition) } },
              }),
        }),
      );
      return true;
    } catch (error) {
      if (lostRace(error)) return false;
      throw error;
    }
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
      for (const item of page.Items ?? []) if (item.data !== undefined) yield rowFrom(item);
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

const keyOf = ({ partition, sort }: RowKey): Item => ({ partition: { S: partition }, sort: { S: sort } });

const itemOf = ({ partition, sort, position, data }: StoredRow): Item => ({
  partition: { S: partition },
  sort: { S: sort },
  position: { N: String(position) },
  ...(data === undefined
    ? { expiresAt: { N: String(Math.floor(Date.now() / 1000) + tombstoneSeconds) } }
    : { data: { S: JSON.stringify(data) } }),
});

const rowFrom = (item: Item): StoredRow => ({
  partition: item.partition?.S ?? '',
  sort: item.sort?.S ?? '',
  position: Number(item.position?.N),
  data: item.data?.S === undefined ? undefined : JSON.parse(item.data.S),
});
