import type { Checkpoints } from '#shared/feed/checkpoints.ts';
import { matcherName } from './matcher-name.ts';
import type { Subscription, SubscriptionKey } from './subscription.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface StandingPorts {
  readonly subscriptions: Pick<Subscriptions, 'get' | 'ofOwner'>;
  readonly checkpoints: Pick<Checkpoints, 'position'>;
}

/** A subscription as it stands, and how far it has come: an idle one has come as far as the matcher. */
export interface Standing {
  readonly subscription: Subscription;
  readonly reached: number;
}

/** How far a subscription has come, out of how far the matcher had come before it was read. */
function reachedBy({ state, catchingUp, cursor, pending }: Subscription, matched: number): number {
  if (state !== 'active' || catchingUp) return cursor;
  return Math.max(cursor, pending === undefined ? matched : pending.from - 1);
}

/** Where a subscription stands; `undefined`: there is none of this owner. */
export async function standingOf(
  { subscriptions, checkpoints }: StandingPorts,
  key: SubscriptionKey,
): Promise<Standing | undefined> {
  const matched = await checkpoints.position(matcherName);
  const subscription = await subscriptions.get(key);
  return subscription && { subscription, reached: reachedBy(subscription, matched) };
}

/** All subscriptions of an owner, the oldest first. */
export async function standingsOf({ subscriptions, checkpoints }: StandingPorts, owner: string): Promise<Standing[]> {
  const matched = await checkpoints.position(matcherName);
  const all = await subscriptions.ofOwner(owner);
  return all
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
    .map((subscription) => ({ subscription, reached: reachedBy(subscription, matched) }));
}
