import type { Filter } from '#shared/subscriptions/filter/filter.ts';
import type { Pending, Subscription, SubscriptionKey } from './subscription.ts';

/** An active subscription as it is found by one of its filter's terms. */
export interface IndexEntry extends SubscriptionKey {
  readonly filter: Filter;
}

/** Where subscriptions are kept, for those who change them. The index of active ones is written with them, all or nothing. */
export interface Subscriptions {
  /** Strongly consistent. */
  get(key: SubscriptionKey): Promise<Subscription | undefined>;
  ofOwner(owner: string): Promise<Subscription[]>;
  /** `false`: there is one with this id. */
  create(subscription: Subscription): Promise<boolean>;
  /**
   * Writes a subscription that is to follow the one read, if nobody else has written since; returns it as written. Marks of the matcher
   * do not count, except where there was nothing to do any more: then a new one means that there is, and nothing is written.
   */
  save(before: Subscription, after: Subscription): Promise<Subscription | undefined>;
  /** Removes a subscription, if nobody has written since it was read. */
  remove(subscription: Subscription): Promise<boolean>;
}

/** What the matcher needs of them. */
export interface SubscriptionIndex {
  /** The active subscriptions with a term. Strongly consistent. */
  entries(term: string): AsyncIterable<IndexEntry>;
  /**
   * Notes that an active subscription wants events of a range, unless that is known or delivered already. Whether nobody was told yet that
   * there is something to do.
   */
  mark(key: SubscriptionKey, pending: Pending, at: string): Promise<boolean>;
}

/** What the sweep needs of them. */
export interface DueSubscriptions {
  /** Those that should have been looked after by an instant; may miss what was written just now. */
  due(at: string): AsyncIterable<SubscriptionKey>;
}

/** Wakes deliveries. A wake-up may come late, twice, or not at all. */
export type Wake = (keys: readonly SubscriptionKey[]) => Promise<void>;
