import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dueIndexName } from '#shared/subscriptions/webhooks/dynamodb-subscription-index.ts';
import type { SubscriptionTables } from '#shared/subscriptions/webhooks/dynamodb-subscriptions.ts';

const keys = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];
const texts = (...names: string[]) => names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const }));

/** The tables of subscriptions with the keys and the index they have in the deployed stack. */
export async function subscriptionTables(client: DynamoDBClient): Promise<SubscriptionTables> {
  const tables = { subscriptions: 'Subscriptions', terms: 'SubscriptionTerms' };
  await client.send(
    new CreateTableCommand({
      TableName: tables.subscriptions,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: texts('owner', 'id', 'wakeShard', 'wakeAt'),
      KeySchema: keys('owner', 'id'),
      GlobalSecondaryIndexes: [
        {
          IndexName: dueIndexName,
          KeySchema: keys('wakeShard', 'wakeAt'),
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    }),
  );
  await client.send(
    new CreateTableCommand({
      TableName: tables.terms,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: texts('term', 'id'),
      KeySchema: keys('term', 'id'),
    }),
  );
  return tables;
}
