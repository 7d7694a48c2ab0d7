import {
  type Connection,
  maxSubscriptions,
  type SocketSubscription,
} from '#shared/subscriptions/sockets/connection.ts';
import type { Connections, PushedConnections } from '#shared/subscriptions/sockets/connections.ts';
import type { DueSubscriptions, SubscriptionIndex } from '#shared/subscriptions/webhooks/subscriptions.ts';
import { termsOf } from '#shared/subscriptions/filter/terms.ts';
import { plainCopy } from './plain-copy.ts';

interface Kept {
  connection: Connection;
  leasedUntil?: string | undefined;
}

/** Connections in memory with the index of their subscriptions, held to the same contract as DynamoDB's. */
export function inMemoryConnections(): Connections & PushedConnections & SubscriptionIndex & DueSubscriptions {
  const connections = new Map<string, Kept>();
  const subscriptions = new Map<string, SocketSubscription & { dueAt?: string }>();
  const of = (owner: string) => [...subscriptions.values()].filter((one) => one.owner === owner);
  const asRead = ({ dueAt: _dueAt, ...rest }: SocketSubscription & { dueAt?: string }) => plainCopy(rest);

  return {
    open: async (connection) => void connections.set(connection.id, { connection }),
    find: async (id) => {
      const kept = connections.get(id);
      return kept && { connection: kept.connection, subscriptions: of(id).map(asRead) };
    },
    add: async (subscription, dueAt) => {
      const standing = of(subscription.owner);
      if (!connections.has(subscription.owner)) return 'gone';
      if (standing.some(({ name }) => name === subscription.name)) return 'name-taken';
      if (standing.length >= maxSubscriptions) return 'too-many';
      subscriptions.set(subscription.id, { ...plainCopy(subscription), dueAt });
      return undefined;
    },
    remove: async ({ id }) => void subscriptions.delete(id),
    forget: async (id) => {
      connections.delete(id);
      for (const one of of(id)) subscriptions.delete(one.id);
    },
    lease: async (id, now, until) => {
      const kept = connections.get(id);
      if (kept === undefined) return 'gone';
      if (kept.leasedUntil !== undefined) return kept.leasedUntil > now ? 'busy' : 'abandoned';
      kept.leasedUntil = until;
      return 'held';
    },
    release: async (id, until, changed) => {
      const kept = connections.get(id);
      if (kept?.leasedUntil !== until) return;
      kept.leasedUntil = undefined;
      if (changed === undefined) return;
      const { stalledSince: _before, ...rest } = kept.connection;
      const { dueAt, stalledSince } = changed;
      kept.connection = { ...rest, dueAt, ...(stalledSince !== undefined && { stalledSince }) };
    },
    save: async (before, { cursor, sent, announced, catchingUp }, rests) => {
      const standing = subscriptions.get(before.id);
      if (standing?.cursor !== before.cursor) return false;
      if (rests && standing.pending?.to !== before.pending?.to) return false;
      const { pending: _pending, dueAt: _dueAt, ...rested } = standing;
      subscriptions.set(before.id, { ...(rests ? rested : standing), cursor, sent, announced, catchingUp });
      return true;
    },
    async *entries(terms) {
      for (const { owner, id, filter } of subscriptions.values())
        for (const term of termsOf(filter)) if (terms.includes(term)) yield { owner, id, filter, term };
    },
    mark: async ({ id }, { from, to }, at) => {
      const standing = subscriptions.get(id);
      if (standing === undefined || standing.cursor >= to || (standing.pending?.to ?? 0) >= to) return false;
      const { dueAt } = standing;
      const pending = { from: standing.pending?.from ?? from, to };
      subscriptions.set(id, { ...standing, pending, dueAt: dueAt ?? at });
      return dueAt === undefined;
    },
    async *due(at) {
      for (const { connection } of connections.values())
        if (connection.dueAt <= at) yield { owner: connection.id, id: 'connection' };
      for (const { owner, id, dueAt } of subscriptions.values())
        if (dueAt !== undefined && dueAt <= at) yield { owner, id };
    },
  };
}
