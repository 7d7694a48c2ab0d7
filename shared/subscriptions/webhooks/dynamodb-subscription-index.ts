import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  TransactionConflictException,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { backOff } from '#shared/back-off.ts';
import { chunksOf } from '#shared/chunks.ts';
import { queryAll } from '#shared/dynamodb/query-all.ts';
import { partitionsPerCall, selectPartitions } from '#shared/dynamodb/select-partitions.ts';
import type { SubscriptionTables } from './dynamodb-subscriptions.ts';
import { keyOf, subscriptionKeyFrom, dueOf, dueShards, termEntryFrom } from './subscription-item.ts';
import type { Pending, SubscriptionKey } from './subscription.ts';
import type { DueSubscriptions, SubscriptionIndex } from './subscriptions.ts';

/** Stores the index of subscriptions by their filters' terms, and the matcher's marks, on DynamoDB. */
export const dynamoDBSubscriptionIndex = (
  client: DynamoDBClient,
  { subscriptions, terms }: SubscriptionTables,
): SubscriptionIndex => ({
  async *entries(asked) {
    for (const partitions of chunksOf(asked, partitionsPerCall)) {
      const items = await selectPartitions(client, { table: terms, key: 'term', partitions });
      if (items !== undefined) yield* items.map(termEntryFrom);
      else for (const term of partitions) yield* ofTerm(client, terms, term);
    }
  },
  mark: async (key, pending, at) => {
    const marking = new UpdateItemCommand(markOf(subscriptions, key, pending, at));
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { Attributes } = await client.send(marking);
        return Attributes?.wakeAt === undefined;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        // A transaction of its owner is in progress.
        if (!(error instanceof TransactionConflictException) || attempt === attempts) throw error;
        await backOff(attempt);
      }
    }
  },
});

async function* ofTerm(client: DynamoDBClient, table: string, term: string) {
  const query = {
    TableName: table,
    KeyConditionExpression: 'term = :term',
    ExpressionAttributeValues: { ':term': { S: term } },
    ConsistentRead: true,
  };
  for await (const item of queryAll(client, query)) yield termEntryFrom(item);
}

const attempts = 8;

/** Marks a range, unless it is marked or delivered already. */
function markOf(table: string, key: SubscriptionKey, { from, to }: Pending, at: string): UpdateItemCommandInput {
  const { wakeShard, wakeAt } = dueOf(key.id, at);
  return {
    TableName: table,
    Key: keyOf(key),
    UpdateExpression:
      'SET pendingFrom = if_not_exists(pendingFrom, :from), pendingTo = :to, ' +
      'wakeShard = if_not_exists(wakeShard, :wakeShard), wakeAt = if_not_exists(wakeAt, :wakeAt)',
    ConditionExpression: '#state = :active AND #cursor < :to AND (attribute_not_exists(pendingTo) OR pendingTo < :to)',
    ExpressionAttributeNames: { '#state': 'state', '#cursor': 'cursor' },
    ExpressionAttributeValues: {
      ':from': { N: String(from) },
      ':to': { N: String(to) },
      ':active': { S: 'active' },
      ':wakeShard': wakeShard,
      ':wakeAt': wakeAt,
    },
    ReturnValues: 'UPDATED_OLD',
  };
}

/** The index of due items. */
export const dueIndexName = 'byWakeAt';

/** Reads the due subscriptions from DynamoDB. */
export const dynamoDBDueSubscriptions = (client: DynamoDBClient, table: string): DueSubscriptions => ({
  async *due(at) {
    for (const shard of dueShards) {
      const query = {
        TableName: table,
        IndexName: dueIndexName,
        KeyConditionExpression: 'wakeShard = :shard AND wakeAt <= :at',
        ExpressionAttributeValues: { ':shard': { S: shard }, ':at': { S: at } },
      };
      for await (const item of queryAll(client, query)) yield subscriptionKeyFrom(item);
    }
  },
});
