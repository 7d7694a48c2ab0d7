import { DeleteItemCommand, type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { batchGet } from '#shared/dynamodb/batch-get.ts';
import { lostRace } from '#shared/dynamodb/lost-race.ts';
import type { Checkpoints } from './checkpoints.ts';

/** Checkpoints on DynamoDB: one small item a consumer. */
export const dynamoDBCheckpoints = (client: DynamoDBClient, table: string): Checkpoints => ({
  position: async (consumer) => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: table, Key: { name: { S: consumer } }, ConsistentRead: true }),
    );
    return Number(Item?.position?.N ?? 0);
  },
  positions: async (consumers) => {
    const names = [...new Set(consumers)];
    const items = await batchGet(
      client,
      table,
      names.map((name) => ({ name: { S: name } })),
    );
    const found = new Map(items.map(({ name, position }) => [name?.S, Number(position?.N)]));
    return new Map(names.map((name) => [name, found.get(name) ?? 0]));
  },
  move: async (consumer, from, to) => {
    try {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: { name: { S: consumer }, position: { N: String(to) } },
          ExpressionAttributeNames: { '#position': 'position' },
          ...(from === 0
            ? { ConditionExpression: 'attribute_not_exists(#position)' }
            : {
                ConditionExpression: '#position = :from',
                ExpressionAttributeValues: { ':from': { N: String(from) } },
              }),
        }),
      );
      return true;
    } catch (error) {
      if (lostRace(error)) return false;
      throw error;
    }
  },
  remove: async (consumer) => {
    await client.send(new DeleteItemCommand({ TableName: table, Key: { name: { S: consumer } } }));
  },
});
