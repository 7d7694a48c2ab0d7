import type { Filter } from '#shared/subscriptions/filter/filter.ts';
import { nextAttemptMs, patienceMs } from './retry.ts';
import type { SealedSecret } from './sealed-secrets.ts';

/**
 * `paused` by the owner; `suspended` after days without success; `disabled` by the receiver's `410 Gone`. Only the
 * owner activates it again.
 */
export type SubscriptionState = 'active' | 'paused' | 'suspended' | 'disabled';

/** Names a subscription within those of its owner. */
export interface SubscriptionKey {
  readonly owner: string;
  readonly id: string;
}

/** The settings that the owner chooses. */
export interface SubscriptionSettings {
  readonly url: string;
  readonly filter: Filter;
  readonly description?: string;
}

/**
 * The positions of the first and the last event that the matcher found and that is not delivered; there may be others
 * between.
 */
export interface Pending {
  readonly from: number;
  readonly to: number;
}

/** A webhook: a filter, an address and a cursor. Instants are ISO 8601, UTC. */
export interface Subscription extends SubscriptionKey, SubscriptionSettings {
  /** The id of the client that made it; absent in those of version 1. */
  readonly client?: string;
  readonly createdAt: string;
  readonly state: SubscriptionState;
  /** Whether only an operator can release it. */
  readonly stoppedByOperator?: boolean;
  /** Why it is not active. */
  readonly reason?: string;
  readonly secrets: readonly SealedSecret[];
  /**
   * Raised by every write of the owner and the delivery, which are conditional on it; the matcher's marks do not raise
   * it.
   */
  readonly version: number;
  /** All wanted events up to this position are delivered. */
  readonly cursor: number;
  /** The id of the last announcement that was delivered of the position after the cursor, where more of it are left. */
  readonly sent?: string | undefined;
  /**
   * Whether the delivery reads the feed itself: the matcher may have passed events before the subscription was in the
   * index.
   */
  readonly catchingUp: boolean;
  readonly pending?: Pending;
  /** When a delivery is due; absent: nothing is left to do. Stored as `wakeAt`. */
  readonly dueAt?: string;
  /** Failed attempts since the last success; `firstFailureAt` is the time of the first. */
  readonly failures: number;
  readonly firstFailureAt?: string;
  readonly lastSuccessAt?: string;
  /** The position of the last event that the receiver took. */
  readonly lastPosition?: number;
  readonly lastError?: string;
  /** The hash of the request that made it, for an Idempotency-Key. */
  readonly requestHash?: string;
}

/** The progress after a success, and the position of what the receiver took. */
export interface Delivered {
  readonly cursor: number;
  readonly sent?: string | undefined;
  readonly position: number;
}

/** Moves the cursor after a success at an instant. */
export const delivered = (
  subscription: Subscription,
  { cursor, sent, position }: Delivered,
  at: string,
): Subscription => {
  const { firstFailureAt: _first, lastError: _error, ...rest } = subscription;
  return { ...rest, cursor, sent, failures: 0, lastSuccessAt: at, lastPosition: position };
};

/** Moves the cursor; what was sent of the next position counts only where the cursor stays. */
export const movedTo = (subscription: Subscription, cursor: number): Subscription => ({
  ...subscription,
  cursor,
  sent: subscription.cursor === cursor ? subscription.sent : undefined,
});

/** Ends catching up: from now on the matcher marks what there is to deliver. */
export const caughtUp = (subscription: Subscription, cursor: number): Subscription => ({
  ...movedTo(subscription, cursor),
  catchingUp: false,
});

/** Removes marks and due time: nothing is left to do until the matcher finds an event. */
export const resting = (subscription: Subscription): Subscription => {
  const { pending: _pending, dueAt: _dueAt, ...rest } = subscription;
  return rest;
};

/**
 * Lets it read the feed itself from a position on. Where it is active it is due at once; else the reason why it is not
 * stays.
 */
export const restartedAt = (subscription: Subscription, cursor: number, at: string): Subscription => {
  const { firstFailureAt: _first, reason, ...rest } = resting(subscription);
  return {
    ...rest,
    cursor,
    sent: undefined,
    catchingUp: true,
    failures: 0,
    ...(rest.state === 'active' ? { dueAt: at } : reason !== undefined && { reason }),
  };
};

export const activated = (subscription: Subscription, cursor: number, at: string): Subscription =>
  restartedAt({ ...subscription, state: 'active' }, cursor, at);

/** Stops deliveries until the owner activates it. */
export const stopped = (
  subscription: Subscription,
  state: Exclude<SubscriptionState, 'active'>,
  cursor: number,
  reason?: string,
): Subscription => {
  const { reason: _reason, ...rest } = resting(movedTo(subscription, cursor));
  return { ...rest, state, ...(reason !== undefined && { reason }) };
};

/** The reason why an attempt failed. */
export interface Failure {
  readonly error: string;
  /** Whether the receiver returned `410 Gone`. */
  readonly gone: boolean;
}

/** Notes a failed attempt, and when the next one is due; stops when the receiver is gone or has failed for days. */
export function failedAt(
  subscription: Subscription,
  cursor: number,
  { error, gone }: Failure,
  at: Date,
  random: number,
): Subscription {
  const { failures, firstFailureAt = at.toISOString() } = subscription;
  const failing = { ...movedTo(subscription, cursor), failures: failures + 1, firstFailureAt, lastError: error };
  if (gone) return stopped(failing, 'disabled', cursor, 'The receiver answered 410 Gone');
  if (at.getTime() - Date.parse(firstFailureAt) >= patienceMs)
    return stopped(failing, 'suspended', cursor, `No delivery has succeeded since ${firstFailureAt}`);
  return { ...failing, dueAt: new Date(at.getTime() + nextAttemptMs(failures + 1, random)).toISOString() };
}

/** Returns when the next attempt is due after a failed one; absent when none is. */
export const nextAttemptAt = ({ failures, dueAt }: Subscription): string | undefined =>
  failures > 0 ? dueAt : undefined;
