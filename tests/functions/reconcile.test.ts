import { describe, expect, it } from 'vitest';
import { invocation } from '#tests/support/as-deployed.ts';
import { reconcile } from '#functions/reconcile/reconcile.ts';
import type { SubscriptionKey } from '#shared/subscriptions/webhooks/subscription.ts';
import { inMemorySubscriptions } from '#tests/support/in-memory-subscriptions.ts';
import { sampleSubscription } from '#tests/support/sample-subscription.ts';

const now = () => new Date('2025-01-20T09:30:00.000Z');

async function storeWith(...subscriptions: readonly ReturnType<typeof sampleSubscription>[]) {
  const store = inMemorySubscriptions();
  for (const each of subscriptions) await store.create(each);
  return store;
}

describe('reconcile', () => {
  it('triggers what is due, and nothing else', async () => {
    const [lost, later] = [sampleSubscription(), sampleSubscription({ dueAt: '2025-01-20T10:00:00.000Z' })];
    const { dueAt: _dueAt, ...idle } = sampleSubscription();
    const triggered: SubscriptionKey[] = [];
    const trigger = async (keys: readonly SubscriptionKey[]) => void triggered.push(...keys);
    const handler = reconcile({ deliveries: { due: await storeWith(lost, later, idle), trigger } }, now);
    expect(await handler({}, invocation())).toEqual({ batchItemFailures: [] });
    expect(triggered).toEqual([{ owner: lost.owner, id: lost.id }]);
  });

  it('triggers the other kinds when one of them fails', async () => {
    const due = await storeWith(sampleSubscription());
    const triggered: SubscriptionKey[] = [];
    const handler = reconcile(
      {
        deliveries: { due, trigger: async () => Promise.reject(new Error('the queue is out of reach')) },
        pushes: { due, trigger: async (keys) => void triggered.push(...keys) },
      },
      now,
    );
    expect(await handler({}, invocation())).toEqual({ batchItemFailures: [] });
    expect(triggered).toHaveLength(1);
  });
});
