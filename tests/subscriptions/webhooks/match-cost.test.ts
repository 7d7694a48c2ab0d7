/** @module-tag dynamodb */
import { beforeAll, describe, expect, it } from 'vitest';
import { dyadOf } from '#shared/domain/parties/dyad.ts';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import { dynamoDBSubscriptionIndex } from '#shared/subscriptions/webhooks/dynamodb-subscription-index.ts';
import { dynamoDBSubscriptions } from '#shared/subscriptions/webhooks/dynamodb-subscriptions.ts';
import type { Filter } from '#shared/subscriptions/filter/filter.ts';
import { matcher } from '#shared/subscriptions/webhooks/match.ts';
import { termsIn, termsOf } from '#shared/subscriptions/filter/terms.ts';
import { viewsFrom, wants } from '#shared/subscriptions/filter/matching.ts';
import { caughtUp, resting, type SubscriptionKey } from '#shared/subscriptions/webhooks/subscription.ts';
import { atPosition } from '#tests/support/feed-events.ts';
import { as } from '#tests/support/sample-event.ts';
import { metered } from '#tests/bench/meter.ts';
import type { Cost } from '#tests/support/counted-client.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { subscriptionTables } from '#tests/support/subscription-tables.ts';
import { freshDatabase } from '#tests/support/tables.ts';
import { randomFrom } from '#tests/support/mortal.ts';
import { anyFilter, diplomaticDay, everything } from '#tests/support/diplomatic-day.ts';
import { sampleSubscription } from '#tests/support/sample-subscription.ts';
import { handleAll } from '#tests/support/projecting.ts';

const event: PositionedEvent = { ...atPosition(1, { ...as('BGD:participant', 'PAK:participant'), topics: ['water'] }) };

describe('the work for an event', () => {
  const { ledger } = inMemoryStores();
  let costOf: ReturnType<typeof metered>;
  let match: (at: number) => Promise<SubscriptionKey[]>;
  let subscribe: (count: number, filter: (index: number) => Filter) => Promise<void>;

  beforeAll(async () => {
    const client = freshDatabase();
    const tables = await subscriptionTables(client);
    costOf = metered(client);
    const store = dynamoDBSubscriptions(client, tables);
    const index = dynamoDBSubscriptionIndex(client, tables);
    subscribe = async (count, filter) => {
      for (let made = 0; made < count; made += 50) {
        const some = Array.from({ length: Math.min(50, count - made) }, (_, number) => made + number);
        await Promise.all(some.map(async (number) => store.create(resting(caughtUp(sampleSubscription({ owner: `analyst ${number}`, filter: filter(number) }), 0))))); // prettier-ignore
      }
    };
    match = async (position) => {
      const triggered: SubscriptionKey[] = [];
      const trigger = async (keys: readonly SubscriptionKey[]) => void triggered.push(...keys);
      await handleAll(matcher({ index, ledger, trigger, now: () => new Date() }), [{ ...event, position }]);
      return triggered;
    };
  });

  const codes = Array.from({ length: 26 * 26 }, (_, index) => `x-${index.toString(36)}`);

  it('is the same however many subscribe to something else', async () => {
    const costs: Partial<Cost>[] = [];
    await subscribe(1, () => ({ dyads: ['BGD-PAK'] }));
    let position = 0;
    for (const count of [10, 90, 300]) {
      await subscribe(count, (index) => ({ dyads: [dyadOf('USA', codes[index % codes.length] ?? '')] }));
      position += 1;
      let triggered: SubscriptionKey[] = [];
      const { calls, read, write } = await costOf(async () => (triggered = await match(position)));
      expect(triggered).toHaveLength(position === 1 ? 1 : 0);
      costs.push({ calls: calls.toSorted(), read, write });
    }
    // A dyad, a topic, two parties, a type, a quad class, a modality, and those who want everything: a unit for each of
    // them in one statement.
    const calls = ['ExecuteStatement', 'UpdateItem'];
    expect(costs[0]).toEqual({ calls, read: 8, write: 2 });
    expect(costs.slice(1)).toEqual(costs.slice(1).map(() => ({ calls, read: 8, write: 1 })));
  });

  it('grows with those who want it', async () => {
    await subscribe(20, () => ({ parties: { all: ['PAK', 'BGD'] }, topics: ['water'] }));
    const { calls } = await costOf(async () => match(10));
    expect(calls.filter((call) => call === 'UpdateItem')).toHaveLength(21);
  });

  it('marks no subscription twice for the same event', async () => {
    await subscribe(1, () => ({ topics: ['water'] }));
    await match(20);
    expect(await match(20)).toEqual([]);
  });
});

describe('the terms', () => {
  it('of an event lead to every filter that wants it', async () => {
    const random = randomFrom(7);
    const stores = inMemoryStores();
    await diplomaticDay(stores, random)(300);
    const filters = Array.from({ length: 300 }, () => anyFilter(random));
    const views = viewsFrom(stores.ledger);
    let matches = 0;
    for (const happened of await everything(stores)) {
      for (const view of await views(happened)) {
        const terms = new Set(termsIn(view));
        for (const filter of filters.filter((each) => wants(each, view))) {
          matches += 1;
          expect(termsOf(filter).some((term) => terms.has(term))).toBe(true);
        }
      }
    }
    expect(matches).toBeGreaterThan(1000);
  });
});
