import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { lostRace } from '#shared/dynamodb/lost-race.ts';
import { decisionsKey, readDecisions } from './dynamodb-decisions.ts';
import type { GenerationRegistry } from './generation-registry.ts';

/**
 * The registry on DynamoDB: one item in the table of the checkpoints, so that one read tells everything and every
 * decision is one put.
 */
export const dynamoDBGenerationRegistry = (client: DynamoDBClient, table: string): GenerationRegistry => ({
  read: async () => readDecisions(client, table),
  replace: async ({ revision }, { projections, group, setAside }) => {
    try {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: {
            ...decisionsKey,
            revision: { N: String(revision + 1) },
            projections: { S: JSON.stringify(projections) },
            ...(group !== undefined && { group: { S: JSON.stringify(group) } }),
            ...(setAside !== undefined && { setAside: { S: JSON.stringify(setAside) } }),
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
