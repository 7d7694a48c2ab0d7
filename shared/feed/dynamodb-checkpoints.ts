import {
  type AttributeValue,
  DeleteItemCommand,
  type DynamoDBClient,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { batchGet } from '#shared/dynamodb/batch-get.ts';
import { lostRace } from '#shared/dynamodb/lost-race.ts';
import { atStart, type Attempt, type Checkpoint, type Checkpoints } from './checkpoints.ts';

type Item = Readonly<Record<string, AttributeValue>>;

/** Checkpoints on DynamoDB: one small item a consumer. */
export function dynamoDBCheckpoints(client: DynamoDBClient, table: string): Checkpoints {
  const read: Checkpoints['read'] = async (consumers) => {
    const names = [...new Set(consumers)];
    if (names.length === 0) return new Map();
    const items = await batchGet(client, table, names.map(keyOf));
    const found = new Map(items.map((item) => [item.name?.S, checkpointOf(item)]));
    return new Map(names.map((name) => [name, found.get(name) ?? atStart]));
  };

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
    read,
    positions: async (consumers) =>
      new Map([...(await read(consumers))].map(([name, { position }]) => [name, position])),
    position: async (consumer) => (await read([consumer])).get(consumer)?.position ?? 0,
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

const keyOf = (consumer: string) => ({ name: { S: consumer } });
const number = (value: number): AttributeValue => ({ N: String(value) });

const attemptValue = ({ to, failures, until }: Attempt): AttributeValue => ({
  M: { to: number(to), failures: number(failures), until: { S: until } },
});

function checkpointOf({ position, attempt, released }: Item): Checkpoint {
  const { to, failures, until } = attempt?.M ?? {};
  return {
    position: Number(position?.N ?? 0),
    ...(attempt !== undefined && {
      attempt: { to: Number(to?.N), failures: Number(failures?.N), until: until?.S ?? '' },
    }),
    ...(released?.NS !== undefined && { released: released.NS.map(Number).toSorted((a, b) => a - b) }),
  };
}
