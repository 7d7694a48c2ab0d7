import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { conditionFailed } from '#shared/dynamodb/condition-failed.ts';
import { connectionKey, connectionDueOf, progressOf, subscriptionKey } from './connection-item.ts';
import type { PushedConnections } from './connections.ts';
import { dynamoDBConnections, type SocketTables } from './dynamodb-connections.ts';

/** Stores the leases and progress of connections on DynamoDB. */
export function dynamoDBPushedConnections(client: DynamoDBClient, tables: SocketTables): PushedConnections {
  const connections = dynamoDBConnections(client, tables);
  const TableName = tables.connections;
  return {
    find: async (id) => connections.find(id),
    forget: async (id) => connections.forget(id),
    lease: async (id, now, until) => {
      const update = new UpdateItemCommand({
        TableName,
        Key: connectionKey(id),
        UpdateExpression: 'SET leasedUntil = :until',
        ConditionExpression: 'attribute_exists(id) AND attribute_not_exists(leasedUntil)',
        ExpressionAttributeValues: { ':until': { S: until } },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      const existing = await conditionFailed(async () => client.send(update));
      if (existing === undefined) return 'held';
      if (existing.Item === undefined) return 'gone';
      return (existing.Item['leasedUntil']?.S ?? '') > now ? 'busy' : 'abandoned';
    },
    release: async (id, until, changed) => {
      const { stalledSince } = changed ?? {};
      const written = {
        ...(changed && connectionDueOf(id, changed.dueAt)),
        ...(stalledSince !== undefined && { stalledSince: { S: stalledSince } }),
      };
      const removed = ['leasedUntil', ...(changed && stalledSince === undefined ? ['stalledSince'] : [])];
      const set = Object.keys(written).map((name) => `${name} = :${name}`);
      await conditionFailed(async () =>
        client.send(
          new UpdateItemCommand({
            TableName,
            Key: connectionKey(id),
            UpdateExpression: `${set.length > 0 ? `SET ${set.join(', ')} ` : ''}REMOVE ${removed.join(', ')}`,
            ConditionExpression: 'leasedUntil = :until',
            ExpressionAttributeValues: { ...valuesOf(written), ':until': { S: until } },
          }),
        ),
      );
    },
    save: async (before, after, rests) => {
      const unmarked = before.pending === undefined ? 'attribute_not_exists(pendingTo)' : 'pendingTo = :marked';
      const lost = await conditionFailed(async () =>
        client.send(
          new UpdateItemCommand({
            TableName,
            Key: subscriptionKey(after),
            UpdateExpression: `SET #cursor = :cursor, sent = :sent, announced = :announced, catchingUp = :catchingUp${
              rests ? ' REMOVE pendingFrom, pendingTo, wakeShard, wakeAt' : ''
            }`,
            ConditionExpression: `#cursor = :read${rests ? ` AND ${unmarked}` : ''}`,
            ExpressionAttributeNames: { '#cursor': 'cursor' },
            ExpressionAttributeValues: {
              ...valuesOf(progressOf(after)),
              ':read': { N: String(before.cursor) },
              ...(rests && before.pending !== undefined && { ':marked': { N: String(before.pending.to) } }),
            },
          }),
        ),
      );
      return lost === undefined;
    },
  };
}

const valuesOf = <Value>(attributes: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`:${name}`, value]));
