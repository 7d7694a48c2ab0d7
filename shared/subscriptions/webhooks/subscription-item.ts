import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Subscription, SubscriptionKey, SubscriptionState } from './subscription.ts';
import type { IndexEntry } from './subscriptions.ts';

type Item = Record<string, AttributeValue>;

export const keyOf = ({ owner, id }: SubscriptionKey): Item => ({ owner: { S: owner }, id: { S: id } });

/** The partitions of the index of due items: several, so that none is written to too often. */
export const dueShards = '0123456789abcdef'.split('');

/** Returns the attributes of the index of due items, under their stored names. An id ends with a hexadecimal digit. */
export const dueOf = (id: string, dueAt: string) => ({
  wakeShard: { S: id.slice(-1) },
  wakeAt: { S: dueAt },
});

/** Returns what only its owner and its delivery write: all but key, marks and due time. */
export function writtenOf(subscription: Subscription): Item {
  const { owner: _owner, id: _id, pending: _pending, dueAt: _dueAt, ...written } = subscription;
  const { version, state, cursor, catchingUp, ...data } = written;
  return {
    version: { N: String(version) },
    state: { S: state },
    cursor: { N: String(cursor) },
    catchingUp: { BOOL: catchingUp },
    data: { S: JSON.stringify(data) },
  };
}

/**
 * Returns the update of a subscription, conditional on the version that was read. Where nothing is left to do it
 * removes marks and due time, on the condition that the matcher has made no other mark.
 */
export function updateOf(table: string, before: Subscription, after: Subscription) {
  const written = { ...writtenOf(after), ...(after.dueAt !== undefined && dueOf(after.id, after.dueAt)) };
  const set = Object.keys(written).map((name) => `#${name} = :${name}`);
  const rests = after.dueAt === undefined;
  const names = [...Object.keys(written), ...(rests ? ['pendingFrom', 'pendingTo', 'wakeShard', 'wakeAt'] : [])];
  const unmarked = before.pending === undefined ? 'attribute_not_exists(#pendingTo)' : '#pendingTo = :marked';
  return {
    TableName: table,
    Key: keyOf(after),
    UpdateExpression: `SET ${set.join(', ')}${rests ? ' REMOVE #pendingFrom, #pendingTo, #wakeShard, #wakeAt' : ''}`,
    ConditionExpression: `#version = :read${rests ? ` AND ${unmarked}` : ''}`,
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: {
      ...Object.fromEntries(Object.entries(written).map(([name, value]) => [`:${name}`, value])),
      ':read': { N: String(before.version) },
      ...(rests && before.pending !== undefined && { ':marked': { N: String(before.pending.to) } }),
    },
  };
}

type Data = Omit<Subscription, keyof SubscriptionKey | 'version' | 'state' | 'cursor' | 'catchingUp'>;

export function subscriptionFrom(item: Item): Subscription {
  const { pendingFrom, pendingTo, wakeAt } = item;
  const data: Data = JSON.parse(textOf(item, 'data'));
  return {
    ...data,
    owner: textOf(item, 'owner'),
    id: textOf(item, 'id'),
    state: textOf(item, 'state') as SubscriptionState,
    version: Number(item.version?.N),
    cursor: Number(item.cursor?.N),
    catchingUp: item.catchingUp?.BOOL === true,
    ...(pendingTo?.N !== undefined && { pending: { from: Number(pendingFrom?.N), to: Number(pendingTo.N) } }),
    ...(wakeAt?.S !== undefined && { dueAt: wakeAt.S }),
  };
}

export const subscriptionKeyFrom = (item: Item): SubscriptionKey => ({
  owner: textOf(item, 'owner'),
  id: textOf(item, 'id'),
});

export const entryKey = (term: string, id: string): Item => ({ term: { S: term }, id: { S: id } });

/** The key of the note which subscription an owner has made last: no filter has its term. */
export const latestKey = (owner: string): Item => entryKey(`made by ${owner}`, 'latest');

export const entryItem = (term: string, { owner, id, filter }: IndexEntry): Item => ({
  ...entryKey(term, id),
  owner: { S: owner },
  filter: { S: JSON.stringify(filter) },
});

export const termEntryFrom = (item: Item): IndexEntry & { readonly term: string } => ({
  ...subscriptionKeyFrom(item),
  term: textOf(item, 'term'),
  filter: JSON.parse(textOf(item, 'filter')),
});

function textOf(item: Item, name: string): string {
  const text = item[name]?.S;
  if (text === undefined) throw new Error(`Not a subscription or its entry: it has no ${name}`);
  return text;
}
