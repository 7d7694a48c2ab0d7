import type { Checkpoints } from '#shared/feed/consumers/checkpoints.ts';
import type { Filter } from '#shared/subscriptions/filter/filter.ts';
import { isOfPhases } from '#shared/subscriptions/filter/is-of-phases.ts';
import { phaseMatcherName } from '#shared/feed/consumers/consumer-names.ts';
import { matcherName } from './matcher-name.ts';
import type { Subscription, SubscriptionKey } from './subscription.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface ProgressPorts {
  readonly subscriptions: Pick<Subscriptions, 'get' | 'ofOwner'>;
  readonly checkpoints: Pick<Checkpoints, 'positions'>;
}

/** A subscription and the position up to which it is complete; an idle one has the matcher's progress. */
export interface SubscriptionProgress {
  readonly subscription: Subscription;
  readonly reached: number;
}

/** How far the matchers are, by what a filter selects. */
export type Matched = (filter: Filter) => number;

/** Reads how far the matchers of a kind of subscriptions are. */
export async function matchedBy(checkpoints: Pick<Checkpoints, 'positions'>, ofEvents: string): Promise<Matched> {
  const positions = await checkpoints.positions([ofEvents, phaseMatcherName]);
  return (filter) => positions.get(isOfPhases(filter) ? phaseMatcherName : ofEvents) ?? 0;
}

/**
 * Returns the position up to which a subscription is complete, given the matchers' checkpoints from before it was read.
 */
function reachedBy({ state, catchingUp, cursor, pending, filter }: Subscription, matched: Matched): number {
  if (state !== 'active' || catchingUp) return cursor;
  return Math.max(cursor, pending === undefined ? matched(filter) : pending.from - 1);
}

/** Reads a subscription with its progress; `undefined`: the owner has no such subscription. */
export async function progressOf(
  { subscriptions, checkpoints }: ProgressPorts,
  key: SubscriptionKey,
): Promise<SubscriptionProgress | undefined> {
  const matched = await matchedBy(checkpoints, matcherName);
  const subscription = await subscriptions.get(key);
  return subscription && { subscription, reached: reachedBy(subscription, matched) };
}

/** Reads all subscriptions of an owner with their progress, the oldest first. */
export async function progressesOf(
  { subscriptions, checkpoints }: ProgressPorts,
  owner: string,
): Promise<SubscriptionProgress[]> {
  const matched = await matchedBy(checkpoints, matcherName);
  const all = await subscriptions.ofOwner(owner);
  return all
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
    .map((subscription) => ({ subscription, reached: reachedBy(subscription, matched) }));
}
