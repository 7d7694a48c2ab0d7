import {
  type DynamoDBClient,
  GetItemCommand,
  ScanCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Timing } from '#shared/clock.ts';
import { lostRace } from '#shared/dynamodb/lost-race.ts';
import { queryAll } from '#shared/dynamodb/query-all.ts';
import type { Subscription, SubscriptionKey } from './subscription.ts';
import {
  entryItem,
  entryKey,
  keyOf,
  latestKey,
  subscriptionFrom,
  subscriptionKeyFrom,
  updateOf,
  dueOf,
  writtenOf,
} from './subscription-item.ts';
import type { Subscriptions } from './subscriptions.ts';
import { unlessOvertaken } from './unless-overtaken.ts';
import { maxSubscriptions } from '#shared/subscriptions/filter/too-many-subscriptions.ts';
import { termsOf } from '#shared/subscriptions/filter/terms.ts';

export interface SubscriptionTables {
  readonly subscriptions: string;
  readonly terms: string;
}

/**
 * Stores subscriptions on DynamoDB. A write that changes the index is a transaction; one that only moves a cursor is
 * not.
 */
export function dynamoDBSubscriptions(
  client: DynamoDBClient,
  { subscriptions: table, terms }: SubscriptionTables,
  timing?: Omit<Timing, 'now'>,
): Subscriptions {
  const ofOwner = async (owner: string): Promise<Subscription[]> => {
    const items = queryAll(client, {
      TableName: table,
      KeyConditionExpression: '#owner = :owner',
      ExpressionAttributeNames: { '#owner': 'owner' },
      ExpressionAttributeValues: { ':owner': { S: owner } },
      ConsistentRead: true,
    });
    return Array.fromAsync(items, subscriptionFrom);
  };
  /** Returns the id of the subscription that an owner made last; `undefined`: none was made since this is noted. */
  const latestMade = async (owner: string): Promise<string | undefined> => {
    const Key = latestKey(owner);
    const { Item } = await client.send(new GetItemCommand({ TableName: terms, Key, ConsistentRead: true }));
    return Item?.made?.S;
  };

  return {
    get: async (key) => {
      const reading = new GetItemCommand({ TableName: table, Key: keyOf(key), ConsistentRead: true });
      const { Item } = await client.send(reading);
      return Item && subscriptionFrom(Item);
    },
    ofOwner,
    page: async (limit, after) => {
      const start = after === undefined ? undefined : keyOf(JSON.parse(after) as SubscriptionKey);
      const { Items = [], LastEvaluatedKey: last } = await client.send(
        new ScanCommand({ TableName: table, Limit: limit, ConsistentRead: true, ExclusiveStartKey: start }),
      );
      const next = last && JSON.stringify(subscriptionKeyFrom(last));
      return { items: Items.map(subscriptionFrom), ...(next !== undefined && { next }) };
    },
    create: async (subscription, most = maxSubscriptions) => {
      const { owner, id, dueAt } = subscription;
      const due = dueAt === undefined ? {} : dueOf(id, dueAt);
      const Item = { ...keyOf(subscription), ...writtenOf(subscription), ...due };
      const put = { Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(id)' } };
      const outcome = await unlessOvertaken(timing, `Others of ${owner} were made`, async () => {
        const made = await latestMade(owner); // before the list: one that is made after this prevents the write
        const existing = await ofOwner(owner);
        if (existing.some((one) => one.id === id)) return 'exists';
        if (existing.length >= most) return 'too-many';
        const TransactItems = [
          put,
          madeAfter(terms, subscription, made),
          ...entryChanges(terms, undefined, subscription),
        ];
        const written = await unlessLost(async () => client.send(new TransactWriteItemsCommand({ TransactItems })));
        return written ? 'made' : undefined;
      });
      return outcome === 'made' ? undefined : outcome;
    },
    save: async (before, next) => {
      const after = { ...next, version: before.version + 1 };
      const Update = updateOf(table, before, after);
      const entries = entryChanges(terms, before, after);
      const written = await unlessLost(async () =>
        entries.length === 0
          ? client.send(new UpdateItemCommand(Update))
          : client.send(new TransactWriteItemsCommand({ TransactItems: [{ Update }, ...entries] })),
      );
      return written ? after : undefined;
    },
    remove: async (subscription) => {
      const unwritten = {
        ConditionExpression: '#version = :read',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':read': { N: String(subscription.version) } },
      };
      const Delete = { TableName: table, Key: keyOf(subscription), ...unwritten };
      const TransactItems = [{ Delete }, ...entryChanges(terms, subscription, undefined)];
      return unlessLost(async () => client.send(new TransactWriteItemsCommand({ TransactItems })));
    },
  };
}

/**
 * Returns the write that notes a subscription as the last one that its owner has made, on the condition that none was
 * made since this was read: so each is made in the knowledge of all earlier ones.
 */
const madeAfter = (table: string, { owner, id }: SubscriptionKey, made: string | undefined): TransactWriteItem => ({
  Put: {
    TableName: table,
    Item: { ...latestKey(owner), made: { S: id } },
    ConditionExpression: made === undefined ? 'attribute_not_exists(made)' : 'made = :made',
    ...(made !== undefined && { ExpressionAttributeValues: { ':made': { S: made } } }),
  },
});

async function unlessLost(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (lostRace(error)) return false;
    throw error;
  }
}

/** Returns the terms that index a subscription: those of its filter, or none unless it is active. */
const indexed = (subscription: Subscription | undefined): string[] =>
  subscription?.state === 'active' ? termsOf(subscription.filter) : [];

/**
 * Returns the changes of a subscription's entries. A transaction takes 100 actions, and a filter has at most 40 terms.
 */
function entryChanges(
  table: string,
  before: Subscription | undefined,
  after: Subscription | undefined,
): TransactWriteItem[] {
  const unchanged = before?.state === after?.state && JSON.stringify(before?.filter) === JSON.stringify(after?.filter);
  if (unchanged) return [];
  const terms = new Set(indexed(after));
  const gone = indexed(before).filter((term) => !terms.has(term));
  return [
    ...gone.map((term) => ({ Delete: { TableName: table, Key: entryKey(term, before?.id ?? '') } })),
    ...[...terms].flatMap((term) => (after ? [{ Put: { TableName: table, Item: entryItem(term, after) } }] : [])),
  ];
}
