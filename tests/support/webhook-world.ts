import { consumeFeed } from '#shared/feed/consumers/consume-feed.ts';
import { deliver, type DeliveryPorts, type Post } from '#shared/subscriptions/webhooks/deliver.ts';
import { phaseLog } from '#shared/subscriptions/phases/phase-log.ts';
import { matchPhases } from '#shared/subscriptions/phases/match-phases.ts';
import { matcher } from '#shared/subscriptions/webhooks/match.ts';
import type { Subscription, SubscriptionKey } from '#shared/subscriptions/webhooks/subscription.ts';
import { inMemoryStores } from './in-memory-stores.ts';
import { inMemorySubscriptions } from './in-memory-subscriptions.ts';
import { wantedIn } from './diplomatic-day.ts';
import { maxFailures } from './mortal.ts';

/**
 * The matcher, deliveries and receivers in memory, with their own clock; notifications wait in `triggered` until a test
 * takes them.
 */
export function webhookWorld() {
  const stores = inMemoryStores();
  const subscriptions = inMemorySubscriptions();
  const clock = { ms: Date.parse('2025-01-20T09:00:00.000Z') };
  const now = () => new Date(clock.ms);
  const triggered: SubscriptionKey[] = [];
  const trigger = async (keys: readonly SubscriptionKey[]): Promise<void> => {
    triggered.push(...keys);
  };
  /** Positions in the order in which each receiver got them. */
  const received = new Map<string, number[]>();
  const post: Post = async ({ id }, { position }) => {
    received.set(id, [...(received.get(id) ?? []), position]);
    return undefined;
  };
  const wantedBy = wantedIn(stores);
  const phases = phaseLog(stores.readModels, stores.checkpoints);
  const ports: DeliveryPorts = {
    subscriptions,
    feed: stores.feed,
    ledger: stores.ledger,
    phases,
    post,
    refusal: () => undefined,
    trigger,
    now,
    random: () => 0,
    pause: async (ms) => {
      clock.ms += ms;
    },
  };
  const forever = () => 60_000;
  return {
    stores,
    subscriptions,
    clock,
    now,
    triggered,
    received: (id: string) => received.get(id) ?? [],
    ports,
    /** The matcher goes to the end of the feed. */
    match: async (more: Partial<Parameters<typeof matcher>[0]> = {}, from: Partial<typeof stores> = {}) =>
      consumeFeed(matcher({ index: subscriptions, ledger: stores.ledger, trigger, now, ...more }), {
        ...stores,
        ...from,
        maxFailures,
      }),
    /** The matcher of phases goes to the announcer. */
    matchPhases: async () =>
      matchPhases({ ...stores, phases, receivers: [{ index: subscriptions, trigger, now }] }, () => true),
    deliver: async (key: SubscriptionKey, more: Partial<DeliveryPorts> = {}, timeLeft = forever) =>
      deliver({ ...ports, ...more }, key, timeLeft),
    /** Wakes everybody who is due, minute after minute, until nobody is: what the tick does. */
    reconcileUntilQuiet: async (more: Partial<DeliveryPorts> = {}) => {
      for (let minute = 0; minute < 10_000; minute += 1) {
        const due = await Array.fromAsync(subscriptions.due('9999'));
        if (due.length === 0) return;
        for (const key of due) await deliver({ ...ports, ...more }, key, forever);
        clock.ms += 60_000;
      }
      throw new Error('Somebody is never done');
    },
    /** Positions of the events that a subscription wants, by its filter over the feed. */
    wantedBy: async ({ filter }: Pick<Subscription, 'filter'>, after = 0) => wantedBy(filter, after),
  };
}

export type WebhookWorld = ReturnType<typeof webhookWorld>;
