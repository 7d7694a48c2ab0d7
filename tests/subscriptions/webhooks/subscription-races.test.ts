import { DynamoDBClient, TransactionConflictException, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { unavailable } from '#shared/dynamodb/unavailable.ts';
import { dynamoDBSubscriptions } from '#shared/subscriptions/webhooks/dynamodb-subscriptions.ts';
import { sampleSubscription } from '#tests/support/sample-subscription.ts';

it('a subscription whose owner makes others without end is given up after 50 attempts, to be tried again later', async () => {
  const client = new DynamoDBClient({ region: 'local' });
  let writes = 0;
  client.send = async (command: unknown) => {
    if (!(command instanceof TransactWriteItemsCommand)) return {};
    writes += 1;
    throw new TransactionConflictException({ message: 'Another was made', $metadata: {} });
  };
  const tables = { subscriptions: 'subscriptions', terms: 'terms' };
  const subscriptions = dynamoDBSubscriptions(client, tables, { pause: async () => undefined, random: () => 0 });
  await expect(subscriptions.create(sampleSubscription())).rejects.toSatisfy(unavailable);
  expect(writes).toBe(50);
});
