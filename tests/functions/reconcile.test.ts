import { describe, expect, it, vi } from 'vitest';
import { invocation } from '#tests/support/as-deployed.ts';
import { reconcile } from '#functions/reconcile/reconcile.ts';
import type { SubscriptionKey } from '#shared/subscriptions/webhooks/subscription.ts';
import { RecordBroken } from '#shared/verification/verify-block.ts';
import { recordMetrics } from '#functions/adapters/observability.ts';
import { inMemorySubscriptions } from '#tests/support/in-memory-subscriptions.ts';
import { sampleSubscription } from '#tests/support/sample-subscription.ts';

const now = () => new Date('2025-01-20T09:30:00.000Z');
const proven = async () => undefined;

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
    const handler = reconcile({ deliveries: { due: await storeWith(lost, later, idle), trigger } }, now, proven);
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
      async () => Promise.reject(new Error('the record is out of reach')),
    );
    expect(await handler({}, invocation())).toEqual({ batchItemFailures: [] });
    expect(triggered).toHaveLength(1);
  });

  it('counts a record that is not what it should be, in each run, for the alarm', async () => {
    const counting = vi.spyOn(recordMetrics, 'addMetric').mockImplementation(() => recordMetrics);
    const broken = new RecordBroken('visit/dhaka version 1', 'differs from what the feed has');
    await reconcile({}, now, async () => broken)({}, invocation());
    const counted = counting.mock.calls.map(([name, , value]) => [name, value]);
    counting.mockRestore();
    expect(counted).toEqual([['Tampering', 1]]);
  });

  it('leaves the verification no more time than the invocation has', async () => {
    const had: boolean[] = [];
    const verifying = async (hasTime: () => boolean) => {
      had.push(hasTime());
      return undefined;
    };
    for (const left of [15_001, 15_000]) await reconcile({}, now, verifying)({}, invocation(left));
    expect(had).toEqual([true, false]);
  });
});
