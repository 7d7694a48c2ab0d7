import type { Filter } from '#shared/subscriptions/filter/filter.ts';
import type { Pending, SubscriptionKey } from '#shared/subscriptions/webhooks/subscription.ts';

/** An open socket of a client. Instants are ISO 8601, UTC. */
export interface Connection {
  /** API Gateway's id. */
  readonly id: string;
  /** The subject of its token. */
  readonly subject: string;
  /** When its token expires. */
  readonly expiresAt: string;
  /** When a push is due even without events. Stored as `wakeAt`. */
  readonly dueAt: string;
  /** Since when its client has not read what was sent. */
  readonly stalledSince?: string;
}

/** A subscription on a connection, which is its `owner`: a filter and a cursor. */
export interface SocketSubscription extends SubscriptionKey {
  /** The client's name for it. */
  readonly name: string;
  readonly filter: Filter;
  /** All wanted events up to this position are sent. */
  readonly cursor: number;
  /** The id of the last announcement that was sent of the position after the cursor, where more of it are left. */
  readonly sent?: string | undefined;
  /** Whether the client has got `subscribed`. */
  readonly announced: boolean;
  /**
   * Whether the push reads the feed itself: the matcher may have passed events before the subscription was in the
   * index.
   */
  readonly catchingUp: boolean;
  readonly pending?: Pending;
}

/** The subscriptions of one connection at most. */
export const maxSubscriptions = 20;

/**
 * Milliseconds after which a push is due even without events: less than API Gateway's ten minutes for an idle
 * connection.
 */
const heartbeatMs = 5 * 60_000;

/** Returns when the next push to a connection is due. */
export const nextDueAt = (now: Date, expiresAt: string): string => {
  const heartbeat = new Date(now.getTime() + heartbeatMs).toISOString();
  return heartbeat < expiresAt ? heartbeat : expiresAt;
};

/** Returns whether there may be something to send. */
export const hasWork = ({ announced, catchingUp, pending }: SocketSubscription): boolean =>
  !announced || catchingUp || pending !== undefined;
