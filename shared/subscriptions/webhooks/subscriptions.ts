import type { Filter } from '#shared/subscriptions/filter/filter.ts';
import type { Page } from '#shared/page.ts';
import type { Pending, Subscription, SubscriptionKey } from './subscription.ts';

/** An entry of the index: an active subscription under a term of its filter. */
export interface IndexEntry extends SubscriptionKey {
  readonly filter: Filter;
}

/** Why a subscription was not made: its id exists, or its owner has as many as allowed. */
export type NotCreated = 'exists' | 'too-many';

/** Stores subscriptions. The index of active ones is written with them, all or nothing. */
export interface Subscriptions {
  /** Reads strongly consistently. */
  get(key: SubscriptionKey): Promise<Subscription | undefined>;
  ofOwner(owner: string): Promise<Subscription[]>;
  /** Reads a page of everybody's, in no order that means anything. */
  page(limit: number, after?: string): Promise<Page<Subscription>>;
  /**
   * Makes a subscription where its owner has fewer than `most` (absent: `maxSubscriptions`), also while others of the
   * owner are made; returns why it did not.
   */
  create(subscription: Subscription, most?: number): Promise<NotCreated | undefined>;
  /**
   * Writes a subscription if it has not changed since it was read, and returns it as written. The matcher's marks are
   * no change, except where `after` has nothing left to do: then a new mark prevents the write.
   */
  save(before: Subscription, after: Subscription): Promise<Subscription | undefined>;
  /** Removes a subscription if it has not changed since it was read. */
  remove(subscription: Subscription): Promise<boolean>;
}

/** Serves the matcher. */
export interface SubscriptionIndex {
  /** Reads the active subscriptions with each of some terms, strongly consistently. */
  entries(terms: readonly string[]): AsyncIterable<IndexEntry & { readonly term: string }>;
  /**
   * Marks that an active subscription wants events of a range, unless they are marked or delivered already. Returns
   * whether it was not due before, so that its delivery has to be triggered.
   */
  mark(key: SubscriptionKey, pending: Pending, at: string): Promise<boolean>;
}

/** Serves the reconciliation. */
export interface DueSubscriptions {
  /** Reads the subscriptions that are due at an instant, eventually consistently. */
  due(at: string): AsyncIterable<SubscriptionKey>;
}

/** Triggers deliveries. A notification may come late, twice, or not at all. */
export type TriggerDeliveries = (keys: readonly SubscriptionKey[]) => Promise<void>;
