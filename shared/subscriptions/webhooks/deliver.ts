import type { LedgerReader } from '#shared/ledger/ledger.ts';
import { type Views, viewsFrom } from '#shared/subscriptions/filter/matching.ts';
import {
  type Notice,
  type NoticeSources,
  progressAfter,
  rangeLeft,
  wantedNotices,
} from '#shared/subscriptions/phases/wanted-notices.ts';
import {
  caughtUp,
  delivered,
  type Failure,
  failedAt,
  movedTo,
  nextAttemptAt,
  resting,
  stopped,
  type Subscription,
  type SubscriptionKey,
} from './subscription.ts';
import type { Subscriptions, TriggerDeliveries } from './subscriptions.ts';

/** Posts one notice to a subscription's receiver; `undefined`: the receiver has accepted it. */
export type Post = (subscription: Subscription, notice: Notice) => Promise<Failure | undefined>;

export interface DeliveryPorts extends NoticeSources {
  readonly subscriptions: Pick<Subscriptions, 'get' | 'save'>;
  readonly ledger: Pick<LedgerReader, 'commits'>;
  readonly post: Post;
  /** Why a subscription may not be delivered any more; `undefined`: it may. */
  readonly refusal: (subscription: Subscription) => string | undefined;
  /** Triggers a delivery that has to go on in another invocation. */
  readonly trigger: TriggerDeliveries;
  readonly now: () => Date;
  /** A random number in [0, 1). */
  readonly random: () => number;
  /** Milliseconds. */
  readonly pause: (ms: number) => Promise<unknown>;
}

/** Milliseconds: a shorter pause before the next attempt is waited out, a longer one is left to the schedule. */
const shortPauseMs = 20_000;

/**
 * Delivers the events or the changes of phase that a subscription wants, in order, until none is left, an attempt
 * fails, or time is over. The cursor moves after each accepted event, so an invocation that is killed in between
 * delivers it again. Repeated triggers do no harm. A subscription that may not be delivered any more is suspended.
 * `timeLeft` returns the milliseconds within which new work may begin.
 */
export async function deliver(ports: DeliveryPorts, key: SubscriptionKey, timeLeft: () => number): Promise<void> {
  const views = viewsFrom(ports.ledger);
  while (timeLeft() > 0) {
    const subscription = await ports.subscriptions.get(key);
    if (subscription?.state !== 'active' || subscription.dueAt === undefined) return;
    const reason = ports.refusal(subscription);
    if (reason !== undefined) {
      const suspended = stopped(subscription, 'suspended', subscription.cursor, reason);
      if ((await ports.subscriptions.save(subscription, suspended)) !== undefined) return;
      continue;
    }
    const pauseMs = Date.parse(nextAttemptAt(subscription) ?? '') - ports.now().getTime();
    if (pauseMs > Math.min(shortPauseMs, timeLeft())) return;
    if (pauseMs > 0) await ports.pause(pauseMs);
    else if (!(await goOn(ports, views, subscription, timeLeft))) return;
  }
  await ports.trigger([key]);
}

/**
 * Delivers until time is over, an attempt fails or another writer interferes; `false`: the feed does not have the range
 * yet.
 */
async function goOn(ports: DeliveryPorts, views: Views, read: Subscription, timeLeft: () => number): Promise<boolean> {
  const { subscriptions, post, now, random } = ports;
  let subscription = read;
  /** Writes progress; `false`: another writer has changed the subscription since it was read. */
  const saved = async (next: Subscription): Promise<boolean> => {
    const written = await subscriptions.save(subscription, next);
    subscription = written ?? subscription;
    return written !== undefined;
  };
  const range = await rangeLeft(ports, read);
  const finish = async (next: Subscription): Promise<boolean> => {
    const done = caughtUp(next, range.upTo);
    if (!(await saved(resting(done)))) await saved(done);
    return true;
  };
  if (range.after === range.upTo) return finish(subscription);
  for await (const { events, looked } of wantedNotices(ports, views, read.filter, range)) {
    for (const [index, event] of events.entries()) {
      if (timeLeft() <= 0) return true;
      const { position } = event;
      const failure = await post(subscription, event);
      if (failure !== undefined) {
        await saved(failedAt(subscription, position - 1, failure, now(), random()));
        return true;
      }
      const taken = delivered(subscription, { ...progressAfter(events, index), position }, now().toISOString());
      if (event === events.at(-1) && looked === range.upTo) return finish(taken);
      if (!(await saved(taken))) return true;
    }
    if (looked === range.upTo) return finish(subscription);
    if (looked > subscription.cursor && !(await saved(movedTo(subscription, looked)))) return true;
    if (timeLeft() <= 0) return true;
  }
  return false;
}
