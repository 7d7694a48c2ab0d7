import { type AttributeValue, type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { emptyFeed, type FeedHead } from './block.ts';

type Item = Record<string, AttributeValue>;

const completeKey = { page: { S: 'complete' }, position: { N: '0' } };
/** The key of the last position in feeds of the first layout. */
const firstLayoutKey = { page: { S: 'head' }, position: { N: '0' } };

/** The item of `complete`. */
export const completeItem = ({ position, hash }: FeedHead): Item => ({
  ...completeKey,
  last: { N: String(position) },
  hash: { S: hash },
});

/** Reads `complete`, or `undefined` before it was first written. */
export const readComplete = async (
  client: DynamoDBClient,
  table: string,
  consistency: 'strong' | 'eventual',
): Promise<FeedHead | undefined> => readHead(client, table, completeKey, consistency);

/** Reads the last position of a feed of the first layout; `emptyFeed` when it is not one. */
export const readFirstLayout = async (client: DynamoDBClient, table: string): Promise<FeedHead> =>
  (await readHead(client, table, firstLayoutKey, 'strong')) ?? emptyFeed;

async function readHead(
  client: DynamoDBClient,
  table: string,
  Key: Item,
  consistency: 'strong' | 'eventual',
): Promise<FeedHead | undefined> {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: table, Key, ConsistentRead: consistency === 'strong' }),
  );
  return Item && { position: Number(Item.last?.N), hash: Item.hash?.S ?? '' };
}
