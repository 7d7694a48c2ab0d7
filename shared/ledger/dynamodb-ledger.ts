import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { lostRace } from '#shared/dynamodb/lost-race.ts';
import { commitFrom, itemOf } from './commit-item.ts';
import { dynamoDBLedgerReader } from './dynamodb-ledger-reader.ts';
import type { KeyedCommit, Ledger } from './ledger.ts';

export interface LedgerTables {
  readonly ledger: string;
  readonly idempotency: string;
}

const sevenDays = 7 * 24 * 60 * 60;
const free = 'attribute_not_exists(#stream)';
const names = { '#stream': 'stream' };

/** The ledger on DynamoDB: `Query`, `GetItem` and `PutItem` are all it uses and all it is permitted. */
export function dynamoDBLedger(client: DynamoDBClient, tables: LedgerTables): Ledger {
  const recall = async (stream: string, key: string): Promise<KeyedCommit | undefined> => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: tables.idempotency, Key: idempotencyKey(stream, key), ConsistentRead: true }),
    );
    return Item && keyedCommit(Item, stream);
  };

  return {
    ...dynamoDBLedgerReader(client, tables.ledger),
    put: async (commit) => {
      try {
        await client.send(
          new PutItemCommand({
            TableName: tables.ledger,
            Item: itemOf(commit),
            ConditionExpression: free,
            ExpressionAttributeNames: names,
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return undefined;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException && error.Item) return { commit: commitFrom(error.Item) };
        if (lostRace(error)) return 'contended';
        throw error;
      }
    },
    putOnce: async (commit, keyStream) => {
      const Put = { ConditionExpression: free, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;
      const expiresAt = Math.floor(Date.parse(commit.committedAt) / 1000) + sevenDays;
      try {
        await client.send(
          new TransactWriteItemsCommand({
            TransactItems: [
              { Put: { ...Put, TableName: tables.ledger, Item: itemOf(commit), ExpressionAttributeNames: names } },
              {
                Put: {
                  ...Put,
                  TableName: tables.idempotency,
                  ConditionExpression: 'attribute_not_exists(#key)',
                  ExpressionAttributeNames: { '#key': 'key' },
                  Item: {
                    ...idempotencyKey(keyStream, commit.commitId),
                    stream: { S: commit.stream },
                    version: { N: String(commit.version) },
                    expiresAt: { N: String(expiresAt) },
                  },
                },
              },
            ],
          }),
        );
        return undefined;
      } catch (error) {
        const reasons = error instanceof TransactionCanceledException ? error.CancellationReasons : undefined;
        const [version, key] = reasons ?? [];
        if (key?.Item) return { keyOf: keyedCommit(key.Item, keyStream) };
        if (version?.Item) return { commit: commitFrom(version.Item) };
        if (lostRace(error)) return 'contended';
        throw error;
      }
    },
    recall,
  };
}

/** A key without a stream is of the time when it could only stand for a commit of its own stream. */
const keyedCommit = (item: Record<string, AttributeValue>, keyStream: string): KeyedCommit => ({
  stream: item.stream?.S ?? keyStream,
  version: Number(item.version?.N),
});

const idempotencyKey = (stream: string, key: string) => ({ key: { S: `${stream} ${key}` } });
