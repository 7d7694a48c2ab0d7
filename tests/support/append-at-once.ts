import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { itemOf } from '#shared/ledger/commit-item.ts';
import { appending } from './appending.ts';
import { inMemoryStores } from './in-memory-stores.ts';

/** Items of one call of BatchWriteItem. */
const together = 25;

/**
 * Appends to streams that are empty so far, without keys and corrections, and puts the commits into the ledger's table
 * as they are: a fiftieth of the calls that appending one after the other makes.
 */
export async function appendAtOnce(
  client: DynamoDBClient,
  fill: (append: ReturnType<typeof appending>) => Promise<void>,
): Promise<void> {
  const { ledger, walk } = inMemoryStores();
  await fill(appending(ledger));
  const puts = (await walk.page()).commits.map((commit) => ({ PutRequest: { Item: itemOf(commit) } }));
  for (let start = 0; start < puts.length; start += together) {
    const request = new BatchWriteItemCommand({ RequestItems: { Ledger: puts.slice(start, start + together) } });
    const { UnprocessedItems = {} } = await client.send(request);
    if (Object.keys(UnprocessedItems).length > 0) throw new Error('DynamoDB Local has left items out');
  }
}
