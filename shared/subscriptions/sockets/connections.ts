import type { Connection, SocketSubscription } from './connection.ts';

/** A connection with all its subscriptions. */
export interface Held {
  readonly connection: Connection;
  readonly subscriptions: readonly SocketSubscription[];
}

/** Why a subscription was not added. */
export type NotAdded = 'name-taken' | 'too-many' | 'gone';

/** Where connections are kept, with the index of their subscriptions. */
export interface Connections {
  open(connection: Connection): Promise<void>;
  /** Strongly consistent. */
  find(id: string): Promise<Held | undefined>;
  /** Adds a subscription with its entries in the index, to be looked after at an instant; `undefined`: it was added. */
  add(subscription: SocketSubscription, wakeAt: string): Promise<NotAdded | undefined>;
  /** Removes a subscription and its entries. */
  remove(subscription: SocketSubscription): Promise<void>;
  /** Forgets a connection and all its subscriptions. Harmless when it is gone already. */
  forget(id: string): Promise<void>;
}

/** What became of the wish to be the only one who sends to a connection. */
export type Lease = 'held' | 'busy' | 'abandoned' | 'gone';

/** What a push needs of them. */
export interface PushedConnections extends Pick<Connections, 'find' | 'forget'> {
  /**
   * Asks to be the only one who sends, until an instant. `busy`: somebody else is; `abandoned`: somebody was, has not given it back in time,
   * and nobody knows what was sent last.
   */
  lease(id: string, now: string, until: string): Promise<Lease>;
  /** Gives back the lease that lasts until an instant, and writes what has changed of the connection. */
  release(id: string, until: string, changed?: Pick<Connection, 'wakeAt' | 'stalledSince'>): Promise<void>;
  /**
   * Writes how far a subscription has come, if nobody else has since it was read. `rests`: nothing is left to do, which does not hold when the
   * matcher has made another mark. `false`: not written.
   */
  save(before: SocketSubscription, after: SocketSubscription, rests: boolean): Promise<boolean>;
}
