import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { blocksFrom, blockHolding, endAfter } from './dynamodb-blocks.ts';
import { readComplete, readFirstLayout } from './complete-item.ts';
import type { FeedPositions, FeedReader } from '#shared/feed/feed.ts';
import { rowFrom, rowPartition } from './version-row-item.ts';
import { placeIn, type VersionRow, versionRowsOf } from './version-rows.ts';

/** The feed on DynamoDB, to read. */
export function dynamoDBFeedReader(client: DynamoDBClient, table: string): FeedReader & FeedPositions {
  const complete = async (consistency: 'strong' | 'eventual') =>
    (await readComplete(client, table, consistency)) ?? (await readFirstLayout(client, table));

  const positionsOf: FeedPositions['positionsOf'] = async (stream, versions) => {
    if (versions.length === 0) return new Map();
    const found = placesOf(versions, await rowsAbout(client, table, stream, versions));
    const missing = versions.filter((version) => !found.has(version));
    if (missing.length === 0) return found;
    const blocks = await blocksFrom(client, table, (await complete('strong')).position + 1);
    const latest = blocks.flatMap(versionRowsOf).filter((row) => row.stream === stream);
    return new Map([...found, ...placesOf(missing, latest)]);
  };

  return {
    head: async (consistency = 'strong') => {
      const end = await complete(consistency);
      return consistency === 'strong' ? endAfter(client, table, end) : end;
    },
    read: async (after, atMost) => {
      const blocks = await blocksFrom(client, table, after + 1, atMost);
      if (blocks[0]?.position === after + 1) return blocks;
      // Where every row is written a block ends, and nothing can hold the next position.
      if (blocks.length === 0 && (await complete('strong')).position === after) return [];
      const first = await blockHolding(client, table, after + 1);
      return first === undefined ? [] : [first, ...blocks];
    },
    positionsOf,
    positionOf: async (stream, version) => (await positionsOf(stream, [version])).get(version),
  };
}

/** Reads the rows that hold the positions of versions: the first row at or after each version. */
async function rowsAbout(
  client: DynamoDBClient,
  table: string,
  stream: string,
  versions: readonly number[],
): Promise<VersionRow[]> {
  const [first, last] = [Math.min(...versions), Math.max(...versions)];
  const rows: VersionRow[] = [];
  for (let next = first; next <= last;) {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'page = :page AND #position >= :next',
        ExpressionAttributeNames: { '#position': 'position' },
        ExpressionAttributeValues: { ':page': rowPartition(stream), ':next': { N: String(next) } },
        ConsistentRead: true,
        Limit: last - next + 1, // every row is about one version at least
      }),
    );
    rows.push(...Items.map(rowFrom));
    if (Items.length === 0) return rows;
    next = (rows.at(-1)?.version ?? last) + 1;
  }
  return rows;
}

function placesOf(versions: readonly number[], rows: readonly VersionRow[]): Map<number, number> {
  const places = new Map<number, number>();
  for (const version of versions) {
    const position = rows.map((row) => placeIn(row, version)).find((place) => place !== undefined);
    if (position !== undefined) places.set(version, position);
  }
  return places;
}
