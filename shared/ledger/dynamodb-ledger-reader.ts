import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import type { Commit } from './commit.ts';
import { commitFrom } from './commit-item.ts';
import type { CommitRange, LedgerReader, LedgerWalk } from './ledger.ts';

/** Reading the ledger on DynamoDB, with `Query` and `GetItem`. */
export function dynamoDBLedgerReader(client: DynamoDBClient, table: string): LedgerReader {
  const names = { '#stream': 'stream' };

  const queryOne = async (stream: string, upTo?: number): Promise<Commit | undefined> => {
    const { Items } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: `#stream = :stream${upTo === undefined ? '' : ' AND version <= :upTo'}`,
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: {
          ':stream': { S: stream },
          ...(upTo !== undefined && { ':upTo': { N: String(upTo) } }),
        },
        ConsistentRead: true,
        ScanIndexForward: false,
        Limit: 1,
      }),
    );
    return Items?.[0] && commitFrom(Items[0]);
  };

  async function* query(
    stream: string,
    condition: string,
    version: number,
    range: CommitRange,
  ): AsyncGenerator<Commit> {
    let start: Record<string, AttributeValue> | undefined;
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: `#stream = :stream AND version ${condition} :version`,
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: { ':stream': { S: stream }, ':version': { N: String(version) } },
          ConsistentRead: true,
          ScanIndexForward: range.direction === 'forward',
          Limit: range.pageSize,
          ExclusiveStartKey: start,
        }),
      );
      for (const item of page.Items ?? []) yield commitFrom(item);
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
  }

  return {
    head: (stream) => queryOne(stream),
    commitAt: async (stream, version) => {
      const { Item } = await client.send(
        new GetItemCommand({
          TableName: table,
          Key: { stream: { S: stream }, version: { N: String(version) } },
          ConsistentRead: true,
        }),
      );
      return Item && commitFrom(Item);
    },
    async *commits(stream, range) {
      if (range.direction === 'backward') {
        yield* query(stream, '<=', range.from ?? Number.MAX_SAFE_INTEGER, range);
        return;
      }
      const from = range.from ?? 1;
      const holding = from > 1 ? await queryOne(stream, from) : undefined;
      if (holding !== undefined && holding.version + holding.count > from) yield holding;
      yield* query(stream, '>', holding === undefined ? 0 : holding.version + holding.count - 1, range);
    },
  };
}

/** Walks the whole ledger a page (at most 1 MB) at a time; the one place that needs `Scan`. */
export function dynamoDBLedgerWalk(client: DynamoDBClient, ledgerTable: string): LedgerWalk {
  return {
    page: async (after) => {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new ScanCommand({
          TableName: ledgerTable,
          ...(after !== undefined && { ExclusiveStartKey: JSON.parse(after) }),
        }),
      );
      const commits: Commit[] = [];
      const malformed: Pick<Commit, 'stream' | 'version'>[] = [];
      for (const item of Items) {
        try {
          commits.push(commitFrom(item));
        } catch {
          malformed.push({ stream: item.stream?.S ?? '', version: Number(item.version?.N) });
        }
      }
      return {
        commits,
        ...(malformed.length > 0 && { malformed }),
        ...(LastEvaluatedKey !== undefined && { next: JSON.stringify(LastEvaluatedKey) }),
      };
    },
  };
}
