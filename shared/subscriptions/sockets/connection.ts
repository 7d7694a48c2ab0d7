import type { Filter } from '#shared/subscriptions/filter/filter.ts';
import type { Pending, SubscriptionKey } from '#shared/subscriptions/webhooks/subscription.ts';

/** An open socket and whose it is. Instants are ISO 8601, UTC. */
export interface Connection {
  /** API Gateway's id. */
  readonly id: string;
  /** The subject of its token. */
  readonly subject: string;
  /** When its token expires. */
  readonly expiresAt: string;
  /** When to look after it though nothing happens. */
  readonly wakeAt: string;
  /** Since when its client has not taken anything, though there was something. */
  readonly stalledSince?: string;
}

/** A subscription on a connection, which is its `owner`: which events it wants, and how far they have been sent. */
export interface SocketSubscription extends SubscriptionKey {
  /** The client's name for it. */
  readonly name: string;
  readonly filter: Filter;
  /** Whatever is wanted up to this position has been sent. */
  readonly cursor: number;
  /** Whether the client has been told that it stands. */
  readonly announced: boolean;
  /** Whether it still has to look through the feed by itself: the matcher may have passed events before it knew of it. */
  readonly catchingUp: boolean;
  readonly pending?: Pending;
}

/** How many subscriptions one connection may have. */
export const maxSubscriptions = 20;

/** Milliseconds after which a connection is looked after though nothing happens: less than API Gateway's ten minutes for an idle one. */
const heartbeatMs = 5 * 60_000;

/** When to look after a connection next. */
export const nextLook = (now: Date, expiresAt: string): string => {
  const heartbeat = new Date(now.getTime() + heartbeatMs).toISOString();
  return heartbeat < expiresAt ? heartbeat : expiresAt;
};

/** Whether there may be something to send. */
export const hasWork = ({ announced, catchingUp, pending }: SocketSubscription): boolean =>
  !announced || catchingUp || pending !== undefined;
