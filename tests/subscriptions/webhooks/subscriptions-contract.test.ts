import { beforeEach, expect, it } from 'vitest';
import {
  dynamoDBDueSubscriptions,
  dynamoDBSubscriptionIndex,
} from '#shared/subscriptions/webhooks/dynamodb-subscription-index.ts';
import { dynamoDBSubscriptions } from '#shared/subscriptions/webhooks/dynamodb-subscriptions.ts';
import { activated, caughtUp, resting, stopped } from '#shared/subscriptions/webhooks/subscription.ts';
import { inMemorySubscriptions } from '#tests/support/in-memory-subscriptions.ts';
import { contractOf } from '#tests/support/store-contract.ts';
import { subscriptionTables } from '#tests/support/subscription-tables.ts';
import { freshDatabase } from '#tests/support/tables.ts';
import { sampleSubscription } from '#tests/support/sample-subscription.ts';

async function onDynamoDB() {
  const client = freshDatabase();
  const tables = await subscriptionTables(client);
  return {
    ...dynamoDBSubscriptions(client, tables),
    ...dynamoDBSubscriptionIndex(client, tables),
    ...dynamoDBDueSubscriptions(client, tables.subscriptions),
  };
}

const at = '2025-01-20T10:00:00.000Z';

type Store = ReturnType<typeof inMemorySubscriptions>;
const stores = { inMemory: async () => inMemorySubscriptions(), onDynamoDB };

contractOf<Store>('subscriptions', stores, (fresh) => {
  let store: Store;
  beforeEach(async () => {
    store = await fresh();
  });
  const found = async (term: string) => (await Array.fromAsync(store.entries([term]))).map(({ id }) => id);
  const due = async (by: string) => Array.fromAsync(store.due(by));
  const idle = (more = {}) => resting(caughtUp(sampleSubscription(more), 7));

  it('are read as they were written, by their owner', async () => {
    const subscription = sampleSubscription({ description: 'press room', secrets: [{ key: 'a', sealed: 'b' }] });
    expect(await store.create(subscription)).toBeUndefined();
    expect(await store.create({ ...subscription, url: 'https://other.example' })).toBe('exists');
    expect(await store.get(subscription)).toEqual(subscription);
    expect(await store.get({ ...subscription, owner: 'somebody else' })).toBeUndefined();
    expect(await store.ofOwner('analyst')).toEqual([subscription]);
    expect(await store.ofOwner('somebody else')).toEqual([]);
  });

  it('are as many of an owner as are allowed, also when several are made at the same time by clocks that differ', async () => {
    const made = async (hour: number) =>
      store.create(sampleSubscription({ createdAt: `2025-01-20T${String(23 - hour)}:00:00.000Z` }), 3);
    const first = sampleSubscription();
    expect(await store.create(first, 3)).toBeUndefined();
    const outcomes = await Promise.all([made(1), made(2), made(3), made(4), made(5)]);
    expect(outcomes.toSorted()).toEqual(['too-many', 'too-many', 'too-many', undefined, undefined]);
    expect(await store.ofOwner('analyst')).toHaveLength(3);
    expect(await store.create(first, 3)).toBe('exists');
    expect(await store.create(sampleSubscription({ owner: 'somebody else' }), 3)).toBeUndefined();
    await store.remove(first);
    expect([await made(6), await made(7)]).toEqual([undefined, 'too-many']);
  });

  it('are written by one at a time', async () => {
    const first = sampleSubscription();
    await store.create(first);
    const second = await store.save(first, { ...first, cursor: 5 });
    expect(second).toEqual({ ...first, cursor: 5, version: 2 });
    expect(await store.save(first, { ...first, cursor: 6 })).toBeUndefined();
    expect(await store.remove(first)).toBe(false);
    expect(await store.get(first)).toEqual(second);
    expect(second && (await store.remove(second))).toBe(true);
    expect(await store.get(first)).toBeUndefined();
    expect(second && (await store.save(second, second))).toBeUndefined();
  });

  it('are found by the terms of their filter, as long as they are active', async () => {
    const first = sampleSubscription({ filter: { dyads: ['BGD-PAK', 'BGD-IND'] } });
    await store.create(first);
    expect(await found('dyad BGD-PAK')).toEqual([first.id]);
    const filter = { parties: { any: ['BGD'] }, dyads: ['BGD-IND'] };
    const second = (await store.save(first, { ...first, filter })) ?? first;
    expect([await found('dyad BGD-PAK'), await found('dyad BGD-IND')]).toEqual([[], [first.id]]);
    expect(await Array.fromAsync(store.entries(['dyad BGD-IND']))).toEqual([
      { owner: 'analyst', id: first.id, filter, term: 'dyad BGD-IND' },
    ]);
    const paused = (await store.save(second, stopped(second, 'paused', 0))) ?? first;
    expect(await found('dyad BGD-IND')).toEqual([]);
    const again = (await store.save(paused, activated(paused, 0, at))) ?? first;
    expect(await found('dyad BGD-IND')).toEqual([first.id]);
    await store.remove(again);
    expect(await found('dyad BGD-IND')).toEqual([]);
  });

  it.each(['paused', 'suspended', 'disabled'] as const)(
    'are %s, activated and removed also where an earlier filter names a dyad twice',
    async (state) => {
      const first = sampleSubscription({ filter: { dyads: ['BGD-PAK', 'BGD-PAK'], topics: ['jf-17', 'jf-17'] } });
      expect(await store.create(first)).toBeUndefined();
      const stopping = (await store.save(first, stopped(first, state, 7, 'The receiver answered 410 Gone'))) ?? first;
      expect([stopping.state, await found('dyad BGD-PAK')]).toEqual([state, []]);
      const again = (await store.save(stopping, activated(stopping, 7, at))) ?? first;
      expect([again.state, await found('dyad BGD-PAK')]).toEqual(['active', [first.id]]);
      const narrowed = (await store.save(again, { ...again, filter: { topics: ['jf-17', 'jf-17'] } })) ?? first;
      expect([await found('dyad BGD-PAK'), await found('topic jf-17')]).toEqual([[], [first.id]]);
      expect(await store.remove(narrowed)).toBe(true);
      expect([await store.get(first), await found('topic jf-17')]).toEqual([undefined, []]);
    },
  );

  it('are marked once, and have to be triggered only the first time', async () => {
    const idler = idle();
    await store.create(idler);
    expect(await store.mark(idler, { from: 8, to: 9 }, at)).toBe(true);
    expect(await store.mark(idler, { from: 8, to: 9 }, at)).toBe(false);
    expect(await store.mark(idler, { from: 12, to: 14 }, '2025-01-20T11:00:00.000Z')).toBe(false);
    expect(await store.get(idler)).toEqual({ ...idler, pending: { from: 8, to: 14 }, dueAt: at });
  });

  it('are not marked for what is delivered, nor while they are not active', async () => {
    const idler = idle();
    await store.create(idler);
    expect(await store.mark(idler, { from: 6, to: 7 }, at)).toBe(false);
    const paused = await store.save(idler, stopped(idler, 'paused', 7));
    expect(await store.mark(idler, { from: 8, to: 9 }, at)).toBe(false);
    expect(await store.get(idler)).toEqual(paused);
    expect(await store.mark(sampleSubscription(), { from: 8, to: 9 }, at)).toBe(false);
  });

  it('come to rest only when no mark was made since they were read', async () => {
    const idler = idle();
    await store.create(idler);
    await store.mark(idler, { from: 8, to: 8 }, at);
    const read = (await store.get(idler)) ?? idler;
    await store.mark(idler, { from: 9, to: 9 }, at);
    expect(await store.save(read, resting({ ...read, cursor: 8 }))).toBeUndefined();
    const moved = (await store.save(read, { ...read, cursor: 8 })) ?? idler;
    expect(await store.get(idler)).toEqual({ ...moved, pending: { from: 8, to: 9 } });
    const again = (await store.get(idler)) ?? idler;
    expect(await store.save(again, resting({ ...again, cursor: 9 }))).toBeDefined();
    expect(await store.get(idler)).toEqual({ ...idle(), id: idler.id, cursor: 9, version: 3 });
  });

  it('are due from the moment on that they are to be looked after, and never at rest', async () => {
    const [now, later, idler] = [sampleSubscription(), sampleSubscription({ dueAt: at }), idle()];
    for (const each of [now, later, idler]) await store.create(each);
    expect(await due('2025-01-20T09:59:00.000Z')).toEqual([{ owner: 'analyst', id: now.id }]);
    expect((await due(at)).map(({ id }) => id).toSorted()).toEqual([now.id, later.id].toSorted());
    await store.mark(idler, { from: 8, to: 8 }, at);
    expect(await due(at)).toHaveLength(3);
  });
});
