import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { batchGet } from '#shared/dynamodb/batch-get.ts';
import { lostRace } from '#shared/dynamodb/lost-race.ts';
import { type Block, emptyFeed, type FeedHead, headAfter, lastPosition } from './block.ts';
import { blockFrom, blockItem } from './block-item.ts';
import type { FeedReader, FeedWriter, ReconcileCursor } from './feed.ts';

/** Positions in one partition of the table: a partition never grows beyond what DynamoDB serves well. */
const epochLength = 10_000;
const epochOf = (position: number): number => Math.floor(position / epochLength);

const headKey = { page: { S: 'head' }, position: { N: '0' } };
const sweepKey = { page: { S: 'sweep' }, position: { N: '0' } };
const markerPrefix = 'marker/';
const markerKey = (stream: string) => ({ page: { S: `${markerPrefix}${stream}` }, position: { N: '0' } });

/** The feed on DynamoDB, for whoever reads it. */
export function dynamoDBFeedReader(client: DynamoDBClient, table: string): FeedReader {
  const query = async (position: number, input: Partial<QueryCommandInput>): Promise<Block[]> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        ExpressionAttributeNames: { '#position': 'position' },
        ConsistentRead: true,
        ...input,
        ExpressionAttributeValues: { ':position': { N: String(position) }, ...input.ExpressionAttributeValues },
      }),
    );
    return Items.map(blockFrom);
  };

  const from = (position: number, atMost: number | undefined) =>
    query(position, {
      Limit: atMost,
      KeyConditionExpression: 'page = :page AND #position >= :position',
      ExpressionAttributeValues: { ':page': { S: String(epochOf(position)) } },
    });

  /** The block that holds a position which is not its first; it may have begun in the epoch before. */
  const holding = async (position: number): Promise<Block | undefined> => {
    for (const epoch of [epochOf(position), epochOf(position) - 1]) {
      const [block] = await query(position, {
        KeyConditionExpression: 'page = :page AND #position <= :position',
        ExpressionAttributeValues: { ':page': { S: String(epoch) } },
        ScanIndexForward: false,
        Limit: 1,
      });
      if (block !== undefined) return lastPosition(block) >= position ? block : undefined;
    }
    return undefined;
  };

  const head: FeedReader['head'] = async (consistency = 'strong') => {
    const ConsistentRead = consistency === 'strong';
    const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: headKey, ConsistentRead }));
    return headFrom(Item);
  };

  return {
    head,
    read: async (after, atMost) => {
      const blocks = await from(after + 1, atMost);
      if (blocks[0]?.position === after + 1) return blocks;
      if (blocks.length === 0 && (await head()).position <= after) return [];
      const first = await holding(after + 1);
      return first === undefined ? [] : [first, ...blocks];
    },
  };
}

/** The feed on DynamoDB, for the sequencer. */
export function dynamoDBFeedWriter(client: DynamoDBClient, table: string): FeedWriter & ReconcileCursor {
  return {
    view: async (streams) => {
      const items = await batchGet(client, table, [headKey, ...streams.map(markerKey)]);
      const markers = new Map(streams.map((stream) => [stream, 0]));
      for (const { page, version } of items) {
        if (page?.S?.startsWith(markerPrefix)) markers.set(page.S.slice(markerPrefix.length), Number(version?.N));
      }
      return { head: headFrom(items.find(({ page }) => page?.S === 'head')), markers };
    },
    append: async (block, from, markers) => {
      const head = headAfter(block);
      const actions: TransactWriteItem[] = [
        {
          Put: {
            TableName: table,
            Item: blockItem(String(epochOf(block.position)), block),
            ConditionExpression: 'attribute_not_exists(page)',
          },
        },
        moved(table, headKey, 'last', from.head.position, head.position, { hash: { S: head.hash } }),
        ...[...markers].map(([stream, version]) =>
          moved(table, markerKey(stream), 'version', from.markers.get(stream) ?? 0, version),
        ),
      ];
      try {
        await client.send(new TransactWriteItemsCommand({ TransactItems: actions }));
        return { head, markers: new Map([...from.markers, ...markers]) };
      } catch (error) {
        if (lostRace(error)) return undefined;
        throw error;
      }
    },
    load: async () => {
      const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: sweepKey }));
      return Item?.after?.S;
    },
    save: async (after) => {
      const Item = { ...sweepKey, ...(after !== undefined && { after: { S: after } }) };
      await client.send(new PutItemCommand({ TableName: table, Item }));
    },
  };
}

/** Puts an item whose number must still be what was read (0: no item yet). */
function moved(
  table: string,
  key: Record<string, AttributeValue>,
  attribute: 'last' | 'version',
  from: number,
  to: number,
  more: Record<string, AttributeValue> = {},
): TransactWriteItem {
  const unmoved =
    from === 0
      ? { ConditionExpression: 'attribute_not_exists(page)' }
      : {
          ConditionExpression: '#moved = :from',
          ExpressionAttributeNames: { '#moved': attribute },
          ExpressionAttributeValues: { ':from': { N: String(from) } },
        };
  return { Put: { TableName: table, Item: { ...key, [attribute]: { N: String(to) }, ...more }, ...unmoved } };
}

const headFrom = (item: Record<string, AttributeValue> | undefined): FeedHead =>
  item === undefined ? emptyFeed : { position: Number(item.last?.N), hash: item.hash?.S ?? '' };
