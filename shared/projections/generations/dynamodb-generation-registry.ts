import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { lostRace } from '#shared/dynamodb/lost-race.ts';
import type { GenerationRegistry } from './generation-registry.ts';
import { type Decisions, undecided } from './generations.ts';

/** No consumer of the feed has a name like it. */
const key = { name: { S: 'registry/builds' } };

/** The registry on DynamoDB: one item in the table of the checkpoints, so that one read tells everything and every decision is one put. */
export const dynamoDBGenerationRegistry = (client: DynamoDBClient, table: string): GenerationRegistry => ({
  read: async () => {
    const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }));
    if (Item?.projections?.S === undefined) return undecided;
    const projections: Decisions['projections'] = JSON.parse(Item.projections.S);
    const group: Decisions['group'] = Item.group?.S === undefined ? undefined : JSON.parse(Item.group.S);
    return { revision: Number(Item.revision?.N), projections, ...(group !== undefined && { group }) };
  },
  replace: async ({ revision }, { projections, group }) => {
    try {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: {
            ...key,
            revision: { N: String(revision + 1) },
            projections: { S: JSON.stringify(projections) },
            ...(group !== undefined && { group: { S: JSON.stringify(group) } }),
          },
          ...(revision === 0
            ? { ConditionExpression: 'attribute_not_exists(revision)' }
            : {
                ConditionExpression: 'revision = :read',
                ExpressionAttributeValues: { ':read': { N: String(revision) } },
              }),
        }),
      );
      return true;
    } catch (error) {
      if (lostRace(error)) return false;
      throw error;
    }
  },
});
