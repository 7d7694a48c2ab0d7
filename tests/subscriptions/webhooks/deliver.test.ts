import { beforeEach, describe, expect, it } from 'vitest';
import type { Post } from '#shared/subscriptions/webhooks/deliver.ts';
import { nextAttemptMs } from '#shared/subscriptions/webhooks/retry.ts';
import { activated, type Subscription } from '#shared/subscriptions/webhooks/subscription.ts';
import { randomFrom } from '#tests/support/mortal.ts';
import { diplomaticDay } from '#tests/support/diplomatic-day.ts';
import { sampleSubscription } from '#tests/support/sample-subscription.ts';
import { type WebhookWorld, webhookWorld } from '#tests/support/webhook-world.ts';

let world: WebhookWorld;
let subscription: Subscription;
let day: (events: number) => Promise<void>;

/** Five events, and a subscription to all from the beginning on. */
beforeEach(async () => {
  world = webhookWorld();
  day = diplomaticDay(world.stores, randomFrom(1));
  await day(5);
  subscription = sampleSubscription();
  await world.subscriptions.create(subscription);
});

const now = async (): Promise<Subscription> => {
  const found = await world.subscriptions.get(subscription);
  if (found === undefined) throw new Error('It is gone');
  return found;
};
const failing =
  (error = 'The receiver answered 500', gone = false): Post =>
  async () => ({ error, gone });
const received = () => world.received(subscription.id);

/** A receiver that fails from a position on. */
const failingFrom =
  (from: number): Post =>
  async (to, event) =>
    event.position < from ? world.ports.post(to, event) : { error: 'The receiver answered 500', gone: false };

describe('a delivery', () => {
  it('brings every event in order, and comes to rest', async () => {
    await world.deliver(subscription);
    expect(received()).toEqual([1, 2, 3, 4, 5]);
    expect(await now()).toMatchObject({ cursor: 5, catchingUp: false, failures: 0 });
    expect(await now()).not.toHaveProperty('dueAt');
  });

  it('does nothing for notifications that come late or twice', async () => {
    await world.deliver(subscription);
    const before = await now();
    for (let count = 0; count < 3; count += 1) await world.deliver(subscription);
    await world.deliver({ owner: 'nobody', id: subscription.id });
    expect([received(), await now()]).toEqual([[1, 2, 3, 4, 5], before]);
  });

  it('brings an event again when it was killed between the receiver and the cursor, and keeps the order', async () => {
    const post: Post = async (to, event) => {
      await world.ports.post(to, event);
      if (event.position === 3 && received().length === 3) throw new Error('killed');
      return undefined;
    };
    await expect(world.deliver(subscription, { post })).rejects.toThrow('killed');
    expect(await now()).toMatchObject({ cursor: 2 });
    await world.deliver(subscription, { post });
    expect(received()).toEqual([1, 2, 3, 3, 4, 5]);
  });

  it('goes on with events that come in the meantime', async () => {
    await world.deliver(subscription);
    await day(2);
    await world.match();
    expect(world.triggered).toEqual([{ owner: 'analyst', id: subscription.id }]);
    const post: Post = async (to, event) => {
      if (event.position === 6) await day(1).then(async () => world.match());
      return world.ports.post(to, event);
    };
    await world.deliver(subscription, { post });
    expect(received()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await now()).not.toHaveProperty('dueAt');
  });

  it('leaves the rest to a fresh invocation when its time is over', async () => {
    let left = 2;
    const timeLeft = () => left;
    const post: Post = async (to, event) => ((left -= 1), world.ports.post(to, event));
    await world.deliver(subscription, { post }, timeLeft);
    expect([received(), world.triggered]).toMatchObject([[1, 2], [{ owner: 'analyst', id: subscription.id }]]);
    await world.deliver(subscription);
    expect(received()).toEqual([1, 2, 3, 4, 5]);
  });

  it('leaves to the schedule what the feed does not have yet', async () => {
    const feed = { ...world.stores.feed, read: async () => [] };
    await world.deliver(subscription, { feed });
    expect([received(), (await now()).cursor]).toEqual([[], 0]);
    expect(await now()).toHaveProperty('dueAt');
  });

  it('reads only what the matcher has found, however much lies before it', async () => {
    await world.deliver(subscription);
    await day(300);
    const read = await now();
    await world.subscriptions.save(read, { ...read, filter: { topics: ['no-such-topic'] } });
    await world.match();
    expect(await now()).not.toHaveProperty('pending');
    const idle = await now();
    await world.subscriptions.save(idle, { ...idle, filter: {} });
    await day(1);
    await world.match();
    const reads: number[] = [];
    const feed = { ...world.stores.feed, read: async (after: number, atMost?: number) => (reads.push(after), world.stores.feed.read(after, atMost)) }; // prettier-ignore
    await world.deliver(subscription, { feed });
    expect(received().slice(5)).toEqual([306]);
    expect(reads).toEqual([305]);
  });
});

describe('a receiver that fails', () => {
  it('keeps its place, and is tried again later and later, from 5 s to 6 h', async () => {
    await world.deliver(subscription, { post: failingFrom(3), pause: async () => Promise.reject(new Error('waits')) }).catch(() => undefined); // prettier-ignore
    expect(await now()).toMatchObject({ cursor: 2, failures: 1, lastError: 'The receiver answered 500' });
    expect((await now()).dueAt).toBe('2025-01-20T09:00:05.000Z');
    const waits = Array.from({ length: 20 }, (_, failures) => nextAttemptMs(failures + 1, 0) / 1000);
    expect(waits.slice(0, 5)).toEqual([5, 10, 20, 40, 80]);
    expect(waits.slice(-3)).toEqual([21_600, 21_600, 21_600]);
    expect(nextAttemptMs(1, 0.999)).toBeGreaterThan(6000);
    expect(nextAttemptMs(20, 0.999)).toBe(21_600_000);
  });

  it('is tried again by the same delivery after a short pause, and then by the schedule', async () => {
    const pauses: number[] = [];
    const pause = async (ms: number) => ((world.clock.ms += ms), pauses.push(ms));
    await world.deliver(subscription, { post: failing(), pause });
    expect(pauses).toEqual([5000, 10_000, 20_000]);
    expect(await now()).toMatchObject({ failures: 4, cursor: 0 });
    const { dueAt = '' } = await now();
    expect(Date.parse(dueAt) - world.clock.ms).toBe(40_000);
    await world.deliver(subscription, { post: failing() });
    expect((await now()).failures).toBe(4);
    world.clock.ms += 40_000;
    await world.deliver(subscription);
    expect([received(), (await now()).failures]).toEqual([[1, 2, 3, 4, 5], 0]);
    expect(await now()).not.toHaveProperty('lastError');
  });

  it('does not wait longer than its invocation may', async () => {
    await world.deliver(subscription, { post: failing() }, () => 4000);
    expect((await now()).failures).toBe(1);
  });

  it('is suspended with the reason after three days, and goes on from its cursor when it is resumed', async () => {
    await world.reconcileUntilQuiet({ post: failingFrom(4) });
    expect(await now()).toMatchObject({
      state: 'suspended',
      reason: 'No delivery has succeeded since 2025-01-20T09:00:00.000Z',
      lastError: 'The receiver answered 500',
      cursor: 3,
    });
    expect(world.clock.ms - Date.parse('2025-01-20T09:00:00.000Z')).toBeGreaterThanOrEqual(3 * 24 * 3600_000);
    expect((await now()).failures).toBeLessThan(40);
    await day(2);
    await world.match();
    expect(world.triggered).toEqual([]);
    await world.deliver(subscription);
    expect(received()).toEqual([1, 2, 3]);
    const suspended = await now();
    await world.subscriptions.save(suspended, activated(suspended, suspended.cursor, world.now().toISOString()));
    await world.deliver(subscription);
    expect(received()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await now()).not.toHaveProperty('reason');
  });

  it('that is gone is disabled at once', async () => {
    await world.deliver(subscription, { post: failing('The receiver answered 410', true) });
    expect(await now()).toMatchObject({ state: 'disabled', reason: 'The receiver answered 410 Gone', cursor: 0 });
    expect(await now()).not.toHaveProperty('dueAt');
  });

  it('delays no other', async () => {
    const other = sampleSubscription();
    await world.subscriptions.create(other);
    const hanging = Promise.withResolvers<undefined>();
    const slow = world.deliver(subscription, { post: async () => hanging.promise });
    await world.deliver(other);
    expect(world.received(other.id)).toEqual([1, 2, 3, 4, 5]);
    hanging.resolve(undefined);
    await slow;
  });
});
