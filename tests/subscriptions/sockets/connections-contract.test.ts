import { v7 } from 'uuid';
import { beforeEach, expect, it } from 'vitest';
import { maxSubscriptions, type SocketSubscription } from '#shared/subscriptions/sockets/connection.ts';
import { dynamoDBConnections } from '#shared/subscriptions/sockets/dynamodb-connections.ts';
import { dynamoDBPushedConnections } from '#shared/subscriptions/sockets/dynamodb-pushed-connections.ts';
import {
  dynamoDBDueSubscriptions,
  dynamoDBSubscriptionIndex,
} from '#shared/subscriptions/webhooks/dynamodb-subscription-index.ts';
import { inMemoryConnections } from '#tests/support/in-memory-connections.ts';
import { contractOf } from '#tests/support/store-contract.ts';
import { subscriptionTables } from '#tests/support/subscription-tables.ts';
import { freshDatabase } from '#tests/support/tables.ts';

async function onDynamoDB() {
  const client = freshDatabase();
  // The index of subscriptions has the same form for webhooks and for sockets.
  const { subscriptions, terms } = await subscriptionTables(client);
  const tables = { connections: subscriptions, terms };
  return {
    ...dynamoDBConnections(client, tables),
    ...dynamoDBPushedConnections(client, tables),
    ...dynamoDBSubscriptionIndex(client, { subscriptions, terms }),
    ...dynamoDBDueSubscriptions(client, subscriptions),
  };
}

const connection = {
  id: 'AbC_d-9=',
  subject: 'analyst',
  expiresAt: '2025-01-20T10:00:00.000Z',
  dueAt: '2025-01-20T09:05:00.000Z',
};
const at = '2025-01-20T09:00:00.000Z';
const later = '2025-01-20T09:01:00.000Z';
const sample = (more: Partial<SocketSubscription> = {}): SocketSubscription => ({
  owner: connection.id,
  id: v7(),
  name: 'press',
  filter: { dyads: ['BGD-PAK', 'BGD-IND'] },
  cursor: 7,
  announced: false,
  catchingUp: true,
  ...more,
});

type Store = ReturnType<typeof inMemoryConnections>;
const stores = { inMemory: async () => inMemoryConnections(), onDynamoDB };

contractOf<Store>('connections', stores, (fresh) => {
  let store: Store;
  beforeEach(async () => {
    store = await fresh();
    await store.open(connection);
  });
  const found = async (term: string) => (await Array.fromAsync(store.entries([term]))).map(({ id }) => id);
  const due = async (by: string) => (await Array.fromAsync(store.due(by))).map(({ id }) => id);
  const existing = async () => (await store.find(connection.id))?.subscriptions;

  it('are read as they were written, with their subscriptions', async () => {
    const subscription = sample();
    expect(await store.add(subscription, at)).toBeUndefined();
    expect(await store.find(connection.id)).toEqual({ connection, subscriptions: [subscription] });
    expect(await store.find('another')).toBeUndefined();
  });

  it('have subscriptions of different names, and not too many', async () => {
    await store.add(sample(), at);
    expect(await store.add(sample(), at)).toBe('name-taken');
    for (let count = 1; count < maxSubscriptions; count += 1) await store.add(sample({ name: `${count}` }), at);
    expect(await store.add(sample({ name: 'one more' }), at)).toBe('too-many');
    expect(await store.add(sample({ owner: 'another' }), at)).toBe('gone');
    expect(await existing()).toHaveLength(maxSubscriptions);
  });

  it('lose a subscription with its entries and its name', async () => {
    const subscription = sample();
    await store.add(subscription, at);
    expect([await found('dyad BGD-PAK'), await found('dyad BGD-IND')]).toEqual([[subscription.id], [subscription.id]]);
    await store.remove(subscription);
    expect([await found('dyad BGD-PAK'), await existing()]).toEqual([[], []]);
    expect(await store.add(sample(), at)).toBeUndefined();
  });

  it('are forgotten with all that they had, and as often as one likes', async () => {
    await store.add(sample(), at);
    await store.forget(connection.id);
    await store.forget(connection.id);
    expect([await store.find(connection.id), await found('dyad BGD-PAK')]).toEqual([undefined, []]);
    expect(await store.add(sample(), at)).toBe('gone');
    expect(await due('9999')).toEqual([]);
  });

  it('are leased to one at a time', async () => {
    expect(await store.lease(connection.id, at, later)).toBe('held');
    expect(await store.lease(connection.id, at, '2025-01-20T09:02:00.000Z')).toBe('busy');
    expect(await store.lease(connection.id, later, '2025-01-20T09:02:00.000Z')).toBe('abandoned');
    expect(await store.lease('another', at, later)).toBe('gone');
    await store.release(connection.id, 'somebody else’s');
    expect(await store.lease(connection.id, at, later)).toBe('busy');
    await store.release(connection.id, later);
    expect(await store.lease(connection.id, at, later)).toBe('held');
  });

  it('are given back with what has changed', async () => {
    const give = async (changed: { dueAt: string; stalledSince?: string }) => {
      await store.lease(connection.id, at, later);
      await store.release(connection.id, later, changed);
      return (await store.find(connection.id))?.connection;
    };
    const dueAt = '2025-01-20T09:10:00.000Z';
    expect(await give({ dueAt, stalledSince: at })).toEqual({ ...connection, dueAt, stalledSince: at });
    expect(await give({ dueAt })).toEqual({ ...connection, dueAt });
    expect([await due('2025-01-20T09:09:00.000Z'), await due(dueAt)]).toEqual([[], ['connection']]);
  });

  it('come to rest only when no mark was made since they were read', async () => {
    const subscription = sample();
    await store.add(subscription, at);
    const rested = { ...subscription, announced: true, catchingUp: false };
    expect(await store.save(subscription, rested, true)).toBe(true);
    expect([await existing(), await due(at)]).toEqual([[rested], []]);

    expect(await store.mark(subscription, { from: 8, to: 9 }, at)).toBe(true);
    expect(await store.mark(subscription, { from: 8, to: 12 }, at)).toBe(false);
    expect(await due(at)).toEqual([subscription.id]);
    const marked = { ...rested, pending: { from: 8, to: 12 } };
    expect(await existing()).toEqual([marked]);
    expect(await store.save(rested, { ...rested, cursor: 9 }, true)).toBe(false);
    expect(await store.save(marked, { ...marked, cursor: 12 }, true)).toBe(true);
    expect([await existing(), await due(at)]).toEqual([[{ ...rested, cursor: 12 }], []]);
  });

  it('are written only if they have not changed since they were read', async () => {
    const subscription = sample();
    await store.add(subscription, at);
    expect(await store.save(subscription, { ...subscription, cursor: 9 }, false)).toBe(true);
    expect(await store.save(subscription, { ...subscription, cursor: 10 }, false)).toBe(false);
    await store.remove(subscription);
    expect(await store.save({ ...subscription, cursor: 9 }, { ...subscription, cursor: 10 }, false)).toBe(false);
  });
});
