import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { batchWrite } from '#shared/dynamodb/batch-write.ts';
import type { RowKey } from '#shared/projections/engine/projection.ts';
import type { RowWalk } from './remove-generations.ts';

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
    const keys = rows.map(({ partition, sort }) => ({ partition: { S: partition }, sort: { S: sort } }));
    await batchWrite(
      client,
      table,
      keys.map((Key) => ({ DeleteRequest: { Key } })),
    );
  },
});
