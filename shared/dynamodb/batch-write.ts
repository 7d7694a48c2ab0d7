import { BatchWriteItemCommand, type DynamoDBClient, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { backOff } from '#shared/back-off.ts';
import { chunksOf } from '#shared/chunks.ts';
import { inParallel } from '#shared/in-parallel.ts';
import { maxAttempts, Throttled } from './throttled.ts';

/** Items in one BatchWriteItem call (AWS limit), and calls at the same time. */
const itemsPerCall = 25;
const parallel = 8;

/**
 * Puts and deletes items without conditions; no key may occur twice. Retries unprocessed items; throws Throttled when
 * retries end.
 */
export async function batchWrite(
  client: DynamoDBClient,
  table: string,
  writes: readonly WriteRequest[],
): Promise<void> {
  await inParallel(chunksOf(writes, itemsPerCall), async (call) => writeTogether(client, table, call), parallel);
}

async function writeTogether(client: DynamoDBClient, table: string, writes: WriteRequest[]): Promise<void> {
  let left = writes;
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt === maxAttempts) throw new Throttled('BatchWriteItem', left.length);
    if (attempt > 0) await backOff(attempt);
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }));
    left = UnprocessedItems?.[table] ?? [];
  }
}
