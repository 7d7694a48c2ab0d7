import type { Filter } from '#shared/subscriptions/filter/filter.ts';
import { nextAttemptMs, patienceMs } from './retry.ts';
import type { SealedSecret } from './sealed-secrets.ts';

/** `paused` by its owner; `suspended` after days without success; `disabled` by the receiver's `410 Gone`. Only its owner makes it active again. */
export type SubscriptionState = 'active' | 'paused' | 'suspended' | 'disabled';

/** A subscription by whose it is: nobody else can name it. */
export interface SubscriptionKey {
  readonly owner: string;
  readonly id: string;
}

/** What its owner says. */
export interface SubscriptionSettings {
  readonly url: string;
  readonly filter: Filter;
  readonly description?: string;
}

/** Positions of the first and the last event, of those not yet delivered, that the matcher found; between them there may be others. */
export interface Pending {
  readonly from: number;
  readonly to: number;
}

/** A webhook: which events go where, and how far they have come. Instants are ISO 8601, UTC. */
export interface Subscription extends SubscriptionKey, SubscriptionSettings {
  readonly createdAt: string;
  readonly state: SubscriptionState;
  /** Why it is not active. */
  readonly reason?: string;
  readonly secrets: readonly SealedSecret[];
  /** Raised by every write of its owner and of its delivery, which are all conditional on it; the matcher's marks are not counted. */
  readonly version: number;
  /** Whatever is wanted up to this position has been delivered. */
  readonly cursor: number;
  /** Whether it still has to look through the feed by itself: the matcher may have passed events before it knew of it. */
  readonly catchingUp: boolean;
  readonly pending?: Pending;
  /** When to look after it; absent: nothing to do. */
  readonly wakeAt?: string;
  /** Attempts in vain since the last success, and when the first of them was. */
  readonly failures: number;
  readonly firstFailureAt?: string;
  readonly lastSuccessAt?: string;
  readonly lastError?: string;
  /** Hash of the request that made it, for an Idempotency-Key. */
  readonly requestHash?: string;
}

/** Everything up to a position has been seen to, at an instant. */
export const delivered = (subscription: Subscription, cursor: number, at: string): Subscription => {
  const { firstFailureAt: _first, lastError: _error, ...rest } = subscription;
  return { ...rest, cursor, failures: 0, lastSuccessAt: at };
};

/** What there was to look through has been: from now on the matcher tells what there is. */
export const caughtUp = (subscription: Subscription, cursor: number): Subscription => ({
  ...subscription,
  cursor,
  catchingUp: false,
});

/** Nothing is left to do until the matcher finds something. */
export const resting = (subscription: Subscription): Subscription => {
  const { pending: _pending, wakeAt: _wakeAt, ...rest } = subscription;
  return rest;
};

/** Looks again at once, through the feed itself, from a position on. */
export const restartedAt = (subscription: Subscription, cursor: number, at: string): Subscription => {
  const { firstFailureAt: _first, reason: _reason, ...rest } = resting(subscription);
  return { ...rest, cursor, catchingUp: true, failures: 0, ...(rest.state === 'active' && { wakeAt: at }) };
};

export const activated = (subscription: Subscription, cursor: number, at: string): Subscription =>
  restartedAt({ ...subscription, state: 'active' }, cursor, at);

/** Delivers nothing any more, until it is activated. */
export const stopped = (
  subscription: Subscription,
  state: Exclude<SubscriptionState, 'active'>,
  cursor: number,
  reason?: string,
): Subscription => {
  const { reason: _reason, ...rest } = resting(subscription);
  return { ...rest, state, cursor, ...(reason !== undefined && { reason }) };
};

/** Why an attempt failed. */
export interface Failure {
  readonly error: string;
  /** The receiver says that there is nobody any more. */
  readonly gone: boolean;
}

/** An attempt failed at an instant: another one comes later, or none when the receiver is gone or has failed for days. */
export function failedAt(
  subscription: Subscription,
  cursor: number,
  { error, gone }: Failure,
  at: Date,
  random: number,
): Subscription {
  const { failures, firstFailureAt = at.toISOString() } = subscription;
  const failing = { ...subscription, cursor, failures: failures + 1, firstFailureAt, lastError: error };
  if (gone) return stopped(failing, 'disabled', cursor, 'The receiver answered 410 Gone');
  if (at.getTime() - Date.parse(firstFailureAt) >= patienceMs)
    return stopped(failing, 'suspended', cursor, `No delivery has succeeded since ${firstFailureAt}`);
  return { ...failing, wakeAt: new Date(at.getTime() + nextAttemptMs(failures + 1, random)).toISOString() };
}

/** When the next attempt is due after one in vain; absent when none is. */
export const nextAttemptAt = ({ failures, wakeAt }: Subscription): string | undefined =>
  failures > 0 ? wakeAt : undefined;
