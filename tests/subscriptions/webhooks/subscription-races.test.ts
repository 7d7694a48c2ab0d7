import { DynamoDBClient, TransactionConflictException, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { unavailable } from '#shared/dynamodb/unavailable.ts';
import { dynamoDBSubscriptions } from '#shared/subscriptions/webhooks/dynamodb-subscriptions.ts';
import { changed, unsubscribe } from '#shared/subscriptions/webhooks/manage.ts';
import { sealingWith } from '#shared/subscriptions/webhooks/sealed-secrets.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { inMemorySubscriptions } from '#tests/support/in-memory-subscriptions.ts';
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

describe('a subscription that others change without end', () => {
  const key = { owner: 'analyst', id: 'contested' };
  let attempts = 0;
  /** Somebody is always faster. */
  const lost = async () => void (attempts += 1);
  const stores = inMemoryStores();
  const ports = {
    ...stores,
    subscriptions: {
      ...inMemorySubscriptions(),
      get: async () => sampleSubscription(key),
      save: lost,
      remove: async () => lost().then(() => false),
    },
    sealing: sealingWith(() => ['key']),
    trigger: async () => undefined,
    now: () => new Date(),
    timing: { pause: async () => undefined, random: () => 0 },
  };

  it.each([
    ['changed', async () => changed(ports, key, ({ subscription }) => subscription)],
    ['ended', async () => unsubscribe(ports, key)],
  ])('is not %s after 50 attempts, to be tried again later', async (_, attempt) => {
    attempts = 0;
    await expect(attempt()).rejects.toSatisfy(unavailable);
    expect(attempts).toBe(50);
  });
});
