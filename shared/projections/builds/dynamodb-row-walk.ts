import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  ScanCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { backOff } from '../../back-off.ts';
import { inParallel } from '../../in-parallel.ts';
import type { RowKey } from '../projection.ts';
import type { RowWalk } from './remove-builds.ts';

/** Items in one BatchWriteItem call (AWS limit), and calls at the same time. */
const itemsPerCall = 25;
const parallel = 8;

/** The walk over the rows on DynamoDB: a scan, which reads everything and returns the keys that fit. */
export const dynamoDBRowWalk = (client: DynamoDBClient, table: string): RowWalk => ({
  page: async (prefix, after) => {
    const start: Record<string, AttributeValue> | undefined = after === undefined ? undefined : JSON.parse(after);
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName: table,
        ConsistentRead: true,
        FilterExpression: 'begins_with(#partition, :prefix)',
        ProjectionExpression: '#partition, #sort',
        ExpressionAttributeNames: { '#partition': 'partition', '#sort': 'sort' },
        ExpressionAttributeValues: { ':prefix': { S: prefix } },
        ExclusiveStartKey: start,
      }),
    );
    const rows = Items.map((item): RowKey => ({ partition: item.partition?.S ?? '', sort: item.sort?.S ?? '' }));
    return { rows, ...(LastEvaluatedKey && { next: JSON.stringify(LastEvaluatedKey) }) };
  },
  remove: async (rows) => {
    const calls = Array.from({ length: Math.ceil(rows.length / itemsPerCall) }, (_, index) =>
      rows.slice(index * itemsPerCall, (index + 1) * itemsPerCall),
    );
    await inParallel(calls, async (call) => removeTogether(client, table, call), parallel);
  },
});

/** What DynamoDB leaves unprocessed is sent again. */
async function removeTogether(client: DynamoDBClient, table: string, rows: readonly RowKey[]): Promise<void> {
  let left: WriteRequest[] = rows.map(({ partition, sort }) => ({
    DeleteRequest: { Key: { partition: { S: partition }, sort: { S: sort } } },
  }));
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt > 0) await backOff(attempt);
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }));
    left = UnprocessedItems?.[table] ?? [];
  }
}
