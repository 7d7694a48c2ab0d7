import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { dueShards } from '#shared/subscriptions/webhooks/subscription-item.ts';
import type { Connection, SocketSubscription } from './connection.ts';

type Item = Record<string, AttributeValue>;

/**
 * A connection is one item. Another has the names of its subscriptions, which keeps them distinct and counts them. Each
 * subscription is one more, in the form in which the index of subscriptions marks it, with the connection as its owner.
 */
export const connectionKey = (id: string): Item => ({ owner: { S: id }, id: { S: 'connection' } });
export const namesKey = (id: string): Item => ({ owner: { S: id }, id: { S: 'names' } });
export const subscriptionKey = ({ owner, id }: Pick<SocketSubscription, 'owner' | 'id'>): Item => ({
  owner: { S: owner },
  id: { S: id },
});

/** Returns when DynamoDB removes what was not removed before: no connection lasts longer than two hours. */
export const forgottenAfter = (instant: string): Item => ({
  forgetAt: { N: String(Math.ceil(Date.parse(instant) / 1000) + 6 * 3600) },
});

/** Returns the attributes of the index of due items, under their stored names. */
export const connectionDueOf = (id: string, dueAt: string): Item => {
  const shard = dueShards[Buffer.from(id).reduce((sum, byte) => sum + byte, 0) % dueShards.length] ?? '0';
  return { wakeShard: { S: shard }, wakeAt: { S: dueAt } };
};

export const connectionItem = ({ id, subject, expiresAt, dueAt }: Connection): Item => ({
  ...connectionKey(id),
  ...connectionDueOf(id, dueAt),
  ...forgottenAfter(dueAt),
  subject: { S: subject },
  expiresAt: { S: expiresAt },
});

export function connectionFrom(item: Item): Connection {
  const { stalledSince } = item;
  return {
    id: textOf(item, 'owner'),
    subject: textOf(item, 'subject'),
    expiresAt: textOf(item, 'expiresAt'),
    dueAt: textOf(item, 'wakeAt'),
    ...(stalledSince?.S !== undefined && { stalledSince: stalledSince.S }),
  };
}

/** Returns the progress of a subscription, which a push writes. */
export const progressOf = ({ cursor, sent, announced, catchingUp }: SocketSubscription): Item => ({
  cursor: { N: String(cursor) },
  sent: sent === undefined ? { NULL: true } : { S: sent },
  announced: { BOOL: announced },
  catchingUp: { BOOL: catchingUp },
});

export const subscriptionItem = (subscription: SocketSubscription): Item => ({
  ...subscriptionKey(subscription),
  ...progressOf(subscription),
  name: { S: subscription.name },
  filter: { S: JSON.stringify(subscription.filter) },
  state: { S: 'active' },
});

export function subscriptionFrom(item: Item): SocketSubscription {
  const { cursor, sent, announced, catchingUp, pendingFrom, pendingTo } = item;
  return {
    owner: textOf(item, 'owner'),
    id: textOf(item, 'id'),
    name: textOf(item, 'name'),
    filter: JSON.parse(textOf(item, 'filter')),
    cursor: Number(cursor?.N),
    ...(sent?.S !== undefined && { sent: sent.S }),
    announced: announced?.BOOL === true,
    catchingUp: catchingUp?.BOOL === true,
    ...(pendingTo?.N !== undefined && { pending: { from: Number(pendingFrom?.N), to: Number(pendingTo.N) } }),
  };
}

export const isSubscription = ({ state }: Item): boolean => state !== undefined;
export const isConnection = ({ subject }: Item): boolean => subject !== undefined;

function textOf(item: Item, name: string): string {
  const text = item[name]?.S;
  if (text === undefined) throw new Error(`Not a connection or a subscription: it has no ${name}`);
  return text;
}
