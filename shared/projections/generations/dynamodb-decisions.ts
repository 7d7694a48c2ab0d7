import { type AttributeValue, type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { type Decisions, undecided } from './generations.ts';

/** No consumer of the feed has a name like it. */
export const decisionsKey = { name: { S: 'registry/generations' } };

/** Reads what was decided, strongly consistent: one item in the table of the checkpoints. */
export async function readDecisions(client: DynamoDBClient, TableName: string): Promise<Decisions> {
  const { Item } = await client.send(new GetItemCommand({ TableName, Key: decisionsKey, ConsistentRead: true }));
  if (Item === undefined) return undecided;
  const { revision, projections, group, setAside } = Item;
  return {
    revision: Number(revision?.N),
    projections: parsed(projections) as Decisions['projections'],
    ...(group && { group: parsed(group) as NonNullable<Decisions['group']> }),
    ...(setAside && { setAside: parsed(setAside) as NonNullable<Decisions['setAside']> }),
  };
}

const parsed = (value: AttributeValue | undefined): unknown => JSON.parse(value?.S ?? '{}');
