import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { batchWrite } from '#shared/dynamodb/batch-write.ts';
import { executeWrites } from '#shared/dynamodb/execute-writes.ts';
import { dynamoDBRowReader } from './dynamodb-row-reader.ts';
import type { ReadModels, RowWrite, StoredRow } from './read-models.ts';

/** Read models on DynamoDB, to be read and written. */
export const dynamoDBReadModels = (client: DynamoDBClient, table: string): ReadModels => ({
  ...dynamoDBRowReader(client, table),
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

const itemOf = ({ partition, sort, position, data }: StoredRow) => ({
  partition: { S: partition },
  sort: { S: sort },
  position: { N: String(position) },
  data: { S: JSON.stringify(data) },
});
