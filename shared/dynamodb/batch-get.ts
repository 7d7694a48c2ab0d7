import { type AttributeValue, BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { backOff } from '#shared/back-off.ts';
import { maxAttempts, Throttled } from './throttled.ts';

type Item = Record<string, AttributeValue>;

/**
 * Gets up to 100 items, strongly consistent by default. Retries unprocessed keys; throws Throttled when retries end.
 */
export async function batchGet(
  client: DynamoDBClient,
  table: string,
  keys: readonly Item[],
  consistency: 'strong' | 'eventual' = 'strong',
): Promise<Item[]> {
  const items: Item[] = [];
  let left: Item[] = [...keys];
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt === maxAttempts) throw new Throttled('BatchGetItem', left.length);
    if (attempt > 0) await backOff(attempt);
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetItemCommand({ RequestItems: { [table]: { Keys: left, ConsistentRead: consistency === 'strong' } } }),
    );
    items.push(...(Responses?.[table] ?? []));
    left = UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return items;
}
