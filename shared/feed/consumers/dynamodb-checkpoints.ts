import {
  type AttributeValue,
  DeleteItemCommand,
  type DynamoDBClient,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { lostRace } from '#shared/dynamodb/lost-race.ts';
import type { Attempt, Checkpoints } from './checkpoints.ts';
import { dynamoDBCheckpointReader, keyOf } from './dynamodb-checkpoint-reader.ts';

/** Checkpoints on DynamoDB: one small item a consumer. */
export function dynamoDBCheckpoints(client: DynamoDBClient, table: string): Checkpoints {
  const update = async (consumer: string, input: Partial<UpdateItemCommandInput>): Promise<void> => {
    await client.send(new UpdateItemCommand({ TableName: table, Key: keyOf(consumer), ...input }));
  };

  /** Updates a checkpoint that is still at a position. */
  const updateAt = async (
    consumer: string,
    from: number,
    UpdateExpression: string,
    values: Record<string, AttributeValue>,
  ): Promise<boolean> => {
    const unmoved = from === 0 ? 'attribute_not_exists(#position) OR #position = :from' : '#position = :from';
    try {
      await update(consumer, {
        UpdateExpression,
        ConditionExpression: unmoved,
        ExpressionAttributeNames: { '#position': 'position' },
        ExpressionAttributeValues: { ':from': number(from), ...values },
      });
      return true;
    } catch (error) {
      if (lostRace(error)) return false;
      throw error;
    }
  };

  return {
    ...dynamoDBCheckpointReader(client, table),
    attempt: async (consumer, from, attempt) =>
      attempt === undefined
        ? updateAt(consumer, from, 'SET #position = :from REMOVE attempt', {})
        : updateAt(consumer, from, 'SET #position = :from, attempt = :attempt', { ':attempt': attemptValue(attempt) }),
    move: async (consumer, from, to) =>
      updateAt(consumer, from, 'SET #position = :to REMOVE attempt', { ':to': number(to) }),
    release: async (consumer, position) =>
      update(consumer, {
        UpdateExpression: 'ADD released :position',
        ExpressionAttributeValues: { ':position': { NS: [String(position)] } },
      }),
    released: async (consumer, position) =>
      update(consumer, {
        UpdateExpression: 'DELETE released :position',
        ExpressionAttributeValues: { ':position': { NS: [String(position)] } },
      }),
    remove: async (consumer) => {
      await client.send(new DeleteItemCommand({ TableName: table, Key: keyOf(consumer) }));
    },
  };
}

const number = (value: number): AttributeValue => ({ N: String(value) });

const attemptValue = ({ to, failures, until }: Attempt): AttributeValue => ({
  M: { to: number(to), failures: number(failures), until: { S: until } },
});
