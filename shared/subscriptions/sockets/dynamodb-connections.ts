import {
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { conditionFailed } from '#shared/dynamodb/condition-failed.ts';
import { queryAll } from '#shared/dynamodb/query-all.ts';
import { entryItem, entryKey, dueOf } from '#shared/subscriptions/webhooks/subscription-item.ts';
import { termsOf } from '#shared/subscriptions/filter/terms.ts';
import { maxSubscriptions, type SocketSubscription } from './connection.ts';
import {
  connectionFrom,
  connectionItem,
  connectionKey,
  forgottenAfter,
  isConnection,
  isSubscription,
  namesKey,
  subscriptionFrom,
  subscriptionItem,
  subscriptionKey,
} from './connection-item.ts';
import type { Connections, NotAdded } from './connections.ts';

export interface SocketTables {
  readonly connections: string;
  /** The index of subscriptions by their filters' terms. */
  readonly terms: string;
}

/** Stores connections on DynamoDB. */
export function dynamoDBConnections(client: DynamoDBClient, { connections: table, terms }: SocketTables): Connections {
  const items = async (id: string) =>
    Array.fromAsync(
      queryAll(client, {
        TableName: table,
        KeyConditionExpression: '#owner = :owner',
        ExpressionAttributeNames: { '#owner': 'owner' },
        ExpressionAttributeValues: { ':owner': { S: id } },
        ConsistentRead: true,
      }),
    );
  const removeFrom = async (TableName: string, Key: ReturnType<typeof connectionKey>) =>
    client.send(new DeleteItemCommand({ TableName, Key }));
  /** Removes the index entries first, so that no entry without a subscription is left. */
  const removeWithEntries = async (subscription: SocketSubscription) => {
    await Promise.all(
      termsOf(subscription.filter).map(async (term) => removeFrom(terms, entryKey(term, subscription.id))),
    );
    await removeFrom(table, subscriptionKey(subscription));
  };

  return {
    open: async (connection) => {
      const names = { ...namesKey(connection.id), ...forgottenAfter(connection.dueAt) };
      await client.send(new PutItemCommand({ TableName: table, Item: names }));
      await client.send(new PutItemCommand({ TableName: table, Item: connectionItem(connection) }));
    },
    find: async (id) => {
      const found = await items(id);
      const connection = found.find(isConnection);
      return (
        connection && {
          connection: connectionFrom(connection),
          subscriptions: found.filter(isSubscription).map(subscriptionFrom),
        }
      );
    },
    add: async (subscription, dueAt) => {
      const forgotten = forgottenAfter(dueAt);
      const due = dueOf(subscription.id, dueAt);
      const puts = [
        { TableName: table, Item: { ...subscriptionItem(subscription), ...due, ...forgotten } },
        ...termsOf(subscription.filter).map((term) => ({
          TableName: terms,
          Item: { ...entryItem(term, subscription), ...forgotten },
        })),
      ];
      const taken = await takeName(client, table, subscription);
      if (taken !== undefined) return taken;
      await client.send(new TransactWriteItemsCommand({ TransactItems: puts.map((Put) => ({ Put })) }));
      return undefined;
    },
    remove: async (subscription) => {
      await removeWithEntries(subscription);
      const freeName = new UpdateItemCommand({
        TableName: table,
        Key: namesKey(subscription.owner),
        UpdateExpression: 'DELETE #names :name',
        ConditionExpression: 'attribute_exists(id)',
        ExpressionAttributeNames: { '#names': 'names' },
        ExpressionAttributeValues: { ':name': { SS: [subscription.name] } },
      });
      await conditionFailed(async () => client.send(freeName)); // fails when the connection was removed
    },
    forget: async (id) => {
      await removeFrom(table, namesKey(id)); // from now on nothing is added
      await removeFrom(table, connectionKey(id));
      for (const item of await items(id)) {
        if (isSubscription(item)) await removeWithEntries(subscriptionFrom(item));
      }
    },
  };
}

/** Takes the name of a subscription; returns the reason when the name is not free or there are too many. */
async function takeName(
  client: DynamoDBClient,
  TableName: string,
  { owner, name }: SocketSubscription,
): Promise<NotAdded | undefined> {
  const take = new UpdateItemCommand({
    TableName,
    Key: namesKey(owner),
    UpdateExpression: 'ADD #names :names',
    ConditionExpression:
      'attribute_exists(id) AND (attribute_not_exists(#names) OR (NOT contains(#names, :name) AND size(#names) < :most))',
    ExpressionAttributeNames: { '#names': 'names' },
    ExpressionAttributeValues: {
      ':names': { SS: [name] },
      ':name': { S: name },
      ':most': { N: String(maxSubscriptions) },
    },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  const failed = await conditionFailed(async () => client.send(take));
  if (failed === undefined) return undefined;
  if (failed.Item === undefined) return 'gone';
  return failed.Item['names']?.SS?.includes(name) ? 'name-taken' : 'too-many';
}
