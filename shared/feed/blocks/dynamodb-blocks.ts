import {
  type AttributeValue,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { type Block, type FeedHead, headAfter, lastPosition } from './block.ts';
import { blockFrom, epochOf } from './block-item.ts';

/** The most bytes of entries unpacked from one reply of 1 MB, which may hold ten times as much. */
const maxReadBytes = 8 * 1024 * 1024;

/** Reads blocks of one epoch, strongly consistent. */
const query = async (
  client: DynamoDBClient,
  table: string,
  { epoch, comparison, position }: { epoch: number; comparison: '>=' | '<='; position: number },
  input: Partial<QueryCommandInput> = {},
): Promise<Record<string, AttributeValue>[]> => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: `page = :page AND #position ${comparison} :position`,
      ExpressionAttributeNames: { '#position': 'position', ...input.ExpressionAttributeNames },
      ExpressionAttributeValues: { ':page': { S: String(epoch) }, ':position': { N: String(position) } },
      ConsistentRead: true,
      ...(input.Limit !== undefined && { Limit: input.Limit }),
      ...(input.ScanIndexForward !== undefined && { ScanIndexForward: input.ScanIndexForward }),
      ...(input.ProjectionExpression !== undefined && { ProjectionExpression: input.ProjectionExpression }),
    }),
  );
  return Items;
};

/** Reads the blocks of an epoch from a position on, in one call. */
export async function blocksFrom(
  client: DynamoDBClient,
  table: string,
  position: number,
  atMost?: number,
): Promise<Block[]> {
  const range = { epoch: epochOf(position), comparison: '>=', position } as const;
  const blocks: Block[] = [];
  let bytes = 0;
  for (const item of await query(client, table, range, { Limit: atMost })) {
    const block = blockFrom(item);
    blocks.push(block);
    bytes += block.entries.length;
    if (bytes > maxReadBytes) break;
  }
  return blocks;
}

/** Reads the block that holds a position other than its first; it may start in the previous epoch. */
export async function blockHolding(
  client: DynamoDBClient,
  table: string,
  position: number,
): Promise<Block | undefined> {
  for (const epoch of [epochOf(position), epochOf(position) - 1]) {
    const range = { epoch, comparison: '<=', position } as const;
    const [item] = await query(client, table, range, { ScanIndexForward: false, Limit: 1 });
    if (item === undefined) continue;
    const block = blockFrom(item);
    return lastPosition(block) >= position ? block : undefined;
  }
  return undefined;
}

/** Follows the blocks after the end of one to the last, without their entries. */
export async function endAfter(client: DynamoDBClient, table: string, end: FeedHead): Promise<FeedHead> {
  let last = end;
  for (;;) {
    const position = last.position + 1;
    const range = { epoch: epochOf(position), comparison: '>=', position } as const;
    const items = await query(client, table, range, {
      ProjectionExpression: '#position, #count, #hash',
      ExpressionAttributeNames: { '#count': 'count', '#hash': 'hash' },
    });
    const item = items.at(-1);
    if (item === undefined) return last;
    last = headAfter({ position: Number(item.position?.N), count: Number(item.count?.N), hash: item.hash?.S ?? '' });
  }
}
