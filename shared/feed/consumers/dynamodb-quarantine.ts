import {
  type AttributeValue,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import type { Quarantine, QuarantinedItem } from './quarantine.ts';

/**
 * The quarantine on DynamoDB: one item of at most 2 KB each. A list scans the table, which is small: each run of a
 * consumer adds few items.
 */
export const dynamoDBQuarantine = (client: DynamoDBClient, table: string): Quarantine => ({
  add: async ({ consumer, item, reason, quarantinedAt }) => {
    await client.send(
      new PutItemCommand({
        TableName: table,
        Item: { ...keyOf(consumer, item), reason: { S: reason }, quarantinedAt: { S: quarantinedAt } },
      }),
    );
  },
  list: async ({ limit, after }) => {
    const start = after === undefined ? undefined : keyFrom(after);
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({ TableName: table, Limit: limit, ConsistentRead: true, ExclusiveStartKey: start }),
    );
    const items = Items.map(itemOf);
    const last = items.at(-1);
    const next = LastEvaluatedKey !== undefined && last !== undefined ? nameOf(last) : undefined;
    return { items, ...(next !== undefined && { next }) };
  },
  has: async (consumer, item) => {
    const reading = new GetItemCommand({ TableName: table, Key: keyOf(consumer, item), ConsistentRead: true });
    return (await client.send(reading)).Item !== undefined;
  },
  release: async (consumer, item) => {
    const { Attributes } = await client.send(
      new DeleteItemCommand({ TableName: table, Key: keyOf(consumer, item), ReturnValues: 'ALL_OLD' }),
    );
    return Attributes !== undefined;
  },
});

const keyOf = (consumer: string, item: string) => ({ consumer: { S: consumer }, item: { S: item } });

/** The cursor of a page; neither a consumer's name nor an item holds a line break. */
const nameOf = ({ consumer, item }: QuarantinedItem): string => `${consumer}\n${item}`;
const keyFrom = (name: string) => {
  const [consumer = '', item = ''] = name.split('\n');
  return keyOf(consumer, item);
};

const itemOf = (stored: Readonly<Record<string, AttributeValue>>): QuarantinedItem => ({
  consumer: stored.consumer?.S ?? '',
  item: stored.item?.S ?? '',
  reason: stored.reason?.S ?? '',
  quarantinedAt: stored.quarantinedAt?.S ?? '',
});
