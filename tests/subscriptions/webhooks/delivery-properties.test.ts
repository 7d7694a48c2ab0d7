import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restartedAt, type Subscription, type SubscriptionKey } from '#shared/subscriptions/webhooks/subscription.ts';
import type { Post } from '#shared/subscriptions/webhooks/deliver.ts';
import type { Filter } from '#shared/subscriptions/filter/filter.ts';
import type { SubscriptionIndex } from '#shared/subscriptions/webhooks/subscriptions.ts';
import { Killed, mortal, randomFrom } from '#tests/support/mortal.ts';
import { anyFilter, choosing, diplomaticDay } from '#tests/support/diplomatic-day.ts';
import { sampleSubscription } from '#tests/support/sample-subscription.ts';
import { type WebhookWorld, webhookWorld } from '#tests/support/webhook-world.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 });

const mayDie = async (run: () => Promise<unknown>): Promise<void> => {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
};

/** Each position when it came for the first time. */
const firstTimes = (positions: readonly number[]): number[] => [...new Set(positions)];

/** An index that is read at once, and whose answer takes its time to arrive. */
const hesitant = (index: SubscriptionIndex, random: () => number): SubscriptionIndex => ({
  ...index,
  async *entries(terms) {
    const found = await Array.fromAsync(index.entries(terms));
    while (random() < 0.7) await new Promise(setImmediate);
    yield* found;
  },
});

/** Gives a subscription another filter from where it is, and tells where that was. */
async function changeFilter(world: WebhookWorld, key: SubscriptionKey, filter: Filter): Promise<number> {
  for (;;) {
    const read = await world.subscriptions.get(key);
    if (read === undefined) throw new Error('It is gone');
    const next = restartedAt({ ...read, filter }, read.cursor, world.now().toISOString());
    if ((await world.subscriptions.save(read, next)) !== undefined) return read.cursor;
  }
}

/**
 * Matchers and deliveries at the same time, killed at any await, triggered twice, too late or never, while events come
 * and subscriptions change.
 */
async function storm(world: WebhookWorld, subscriptions: Subscription[], random: () => number): Promise<void> {
  const { one, maybe } = choosing(random);
  const day = diplomaticDay(world.stores, random);
  const post: Post = async (subscription, event) => {
    if (maybe(0.2)) return { error: 'answered 500', gone: false };
    await new Promise(setImmediate);
    await world.ports.post(subscription, event);
    if (maybe(0.05)) throw new Killed('after the POST and before the commit');
    return undefined;
  };
  /** Lost, doubled, shuffled. */
  const trigger = async (keys: readonly SubscriptionKey[]): Promise<void> => {
    for (const key of keys) {
      if (maybe(0.3)) continue;
      world.triggered.splice(Math.floor(random() * world.triggered.length), 0, key);
      if (maybe(0.3)) world.triggered.push(key);
    }
  };
  const matchOnce = async () => {
    const process = { dead: false };
    const index = mortal(world.subscriptions, random, 0.03, process);
    const checkpoints = mortal(world.stores.checkpoints, random, 0.05, process);
    await mayDie(async () => world.match({ index, trigger }, { checkpoints }));
  };
  const deliverOnce = async () => {
    const key = world.triggered.shift() ?? one(subscriptions);
    const store = mortal(world.subscriptions, random, 0.03);
    await mayDie(async () => world.deliver(key, { subscriptions: store, post, trigger }));
  };
  for (let round = 0; round < 12; round += 1) {
    await day(1 + Math.floor(random() * 20));
    await Promise.all([matchOnce(), matchOnce(), deliverOnce(), deliverOnce(), deliverOnce()]);
    world.clock.ms += 1000 * Math.floor(random() * 120);
  }
}

describe('deliveries, with notifications lost, doubled and shuffled, and processes killed at any await', () => {
  it(
    'reach each subscriber with exactly what its filter wants of the feed, in order, nothing left out',
    { timeout: 480_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(seeds, async (seed) => {
          const random = randomFrom(seed);
          const world = webhookWorld();
          const subscriptions = Array.from({ length: 6 }, () => sampleSubscription({ filter: anyFilter(random) }));
          for (const each of subscriptions) await world.subscriptions.create(each);
          await storm(world, subscriptions, random);
          await world.match();
          await world.reconcileUntilQuiet();
          for (const each of subscriptions)
            expect(firstTimes(world.received(each.id))).toEqual(await world.wantedBy(each));
        }),
        { numRuns: 50 },
      );
    },
  );

  it('leave nothing out for who comes, or changes its mind, while events pass', { timeout: 480_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const random = randomFrom(seed);
        const { maybe } = choosing(random);
        const world = webhookWorld();
        const day = diplomaticDay(world.stores, random);
        const soon = async (work: () => Promise<unknown>): Promise<void> => {
          for (let turns = Math.floor(random() * 8); turns > 0; turns -= 1) await new Promise(setImmediate);
          await work();
        };
        const match = async () => world.match({ index: hesitant(world.subscriptions, random) });
        const [early, late] = [{ parties: { any: ['BGD'] } }, anyFilter(random)].map((filter) =>
          sampleSubscription({ filter }),
        );
        if (early === undefined || late === undefined) throw new Error('There are two');
        await world.subscriptions.create(early);
        await day(10);
        await match();
        await world.reconcileUntilQuiet();
        await day(5);
        if (maybe(0.5)) await match();

        await Promise.all([
          soon(match),
          soon(async () => day(5)),
          soon(async () => world.subscriptions.create(late)),
          soon(async () => world.deliver(early)),
        ]);
        const filter = anyFilter(random);
        const byNewFilter: number[] = [];
        const post: Post = async (subscription, event) => {
          await new Promise(setImmediate);
          if (JSON.stringify(subscription.filter) === JSON.stringify(filter)) byNewFilter.push(event.position);
          return undefined;
        };
        const changed = Promise.withResolvers<number>();
        await Promise.all([
          soon(match),
          soon(async () => day(5)),
          soon(async () => world.deliver(early, { post })),
          soon(async () => changed.resolve(await changeFilter(world, early, filter))),
          soon(async () => world.deliver(late)),
          soon(match),
        ]);
        await day(3);
        await match();
        await world.deliver(early, { post });
        await world.reconcileUntilQuiet();
        expect(world.received(late.id)).toEqual(await world.wantedBy(late));
        expect(byNewFilter).toEqual(await world.wantedBy({ filter }, await changed.promise));
      }),
      { numRuns: 100 },
    );
  });

  it('serve fifty filters over five thousand events, each exactly and in order', { timeout: 480_000 }, async () => {
    const random = randomFrom(4);
    const world = webhookWorld();
    const subscriptions = Array.from({ length: 50 }, () => sampleSubscription({ filter: anyFilter(random) }));
    for (const each of subscriptions) await world.subscriptions.create(each);
    const day = diplomaticDay(world.stores, random);
    for (let hour = 0; hour < 10; hour += 1) {
      await day(500);
      await world.match();
      await Promise.all(world.triggered.splice(0).map(async (key) => world.deliver(key)));
    }
    await world.reconcileUntilQuiet();
    const counts = new Set<number>();
    for (const each of subscriptions) {
      const received = world.received(each.id);
      expect(received).toEqual(await world.wantedBy(each));
      counts.add(received.length);
    }
    expect(counts.size).toBeGreaterThan(20);
  });
});
