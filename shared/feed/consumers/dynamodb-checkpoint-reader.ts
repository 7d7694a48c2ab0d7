import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { batchGet } from '#shared/dynamodb/batch-get.ts';
import { atStart, type Checkpoint, type Checkpoints } from './checkpoints.ts';

type Item = Readonly<Record<string, AttributeValue>>;

/** Reads checkpoints from DynamoDB: one small item a consumer. */
export function dynamoDBCheckpointReader(
  client: DynamoDBClient,
  table: string,
): Pick<Checkpoints, 'read' | 'positions' | 'position'> {
  const read: Checkpoints['read'] = async (consumers) => {
    const names = [...new Set(consumers)];
    if (names.length === 0) return new Map();
    const items = await batchGet(client, table, names.map(keyOf));
    const found = new Map(items.map((item) => [item.name?.S, checkpointOf(item)]));
    return new Map(names.map((name) => [name, found.get(name) ?? atStart]));
  };
  return {
    read,
    positions: async (consumers) =>
      new Map([...(await read(consumers))].map(([name, { position }]) => [name, position])),
    position: async (consumer) => (await read([consumer])).get(consumer)?.position ?? 0,
  };
}

export const keyOf = (consumer: string) => ({ name: { S: consumer } });

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
