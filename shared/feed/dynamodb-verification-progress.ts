import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { lostRace } from '#shared/dynamodb/lost-race.ts';
import type { VerificationProgress, VerificationReader, VerificationStore } from './verification-progress.ts';

/** The name of the item; no consumer has it. */
const key = { name: { S: 'verification' } };

/** Reads the progress of the verification: one small item in the table of checkpoints. */
export const dynamoDBVerificationReader = (client: DynamoDBClient, table: string): VerificationReader => ({
  read: async () => {
    const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }));
    return Item?.progress?.S === undefined ? undefined : (JSON.parse(Item.progress.S) as VerificationProgress);
  },
});

/** Stores the progress of the verification in DynamoDB. */
export const dynamoDBVerificationStore = (client: DynamoDBClient, table: string): VerificationStore => ({
  ...dynamoDBVerificationReader(client, table),
  replace: async (read, next) => {
    const unchanged =
      read === undefined
        ? { ConditionExpression: 'attribute_not_exists(progress)' }
        : {
            ConditionExpression: 'progress = :read',
            ExpressionAttributeValues: { ':read': { S: JSON.stringify(read) } },
          };
    try {
      const Item = { ...key, progress: { S: JSON.stringify(next) } };
      await client.send(new PutItemCommand({ TableName: table, Item, ...unchanged }));
      return true;
    } catch (error) {
      if (lostRace(error)) return false;
      throw error;
    }
  },
});
