import type { Connection, SocketSubscription } from './connection.ts';

/** A connection with all its subscriptions. */
export interface Held {
  readonly connection: Connection;
  readonly subscriptions: readonly SocketSubscription[];
}

/** The reason why a subscription was not added. */
export type NotAdded = 'name-taken' | 'too-many' | 'gone';

/** Stores connections, with the index of their subscriptions. */
export interface Connections {
  open(connection: Connection): Promise<void>;
  /** Reads strongly consistently. */
  find(id: string): Promise<Held | undefined>;
  /** Adds a subscription with its entries in the index, due at an instant; `undefined`: it was added. */
  add(subscription: SocketSubscription, dueAt: string): Promise<NotAdded | undefined>;
  /** Removes a subscription and its entries. */
  remove(subscription: SocketSubscription): Promise<void>;
  /** Removes a connection and all its subscriptions. Harmless when it is gone already. */
  forget(id: string): Promise<void>;
}

/** The outcome of a request for the lease of a connection. */
export type Lease = 'held' | 'busy' | 'abandoned' | 'gone';

/** Serves pushes. */
export interface PushedConnections extends Pick<Connections, 'find' | 'forget'> {
  /**
   * Requests the exclusive right to send until an instant. `busy`: another push has it; `abandoned`: another push had
   * it and has not given it back in time, so that it is unknown what was sent last.
   */
  lease(id: string, now: string, until: string): Promise<Lease>;
  /** Gives back the lease that lasts until an instant, and writes the changes of the connection. */
  release(id: string, until: string, changed?: Pick<Connection, 'dueAt' | 'stalledSince'>): Promise<void>;
  /**
   * Writes the progress of a subscription if it has not changed since it was read. `rests`: nothing is left to do;
   * another mark of the matcher then prevents the write. Returns `false` when nothing was written.
   */
  save(before: SocketSubscription, after: SocketSubscription, rests: boolean): Promise<boolean>;
}
