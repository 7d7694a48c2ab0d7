import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { batchGet } from '#shared/dynamodb/batch-get.ts';

interface Asked {
  readonly input: { readonly RequestItems: { readonly rows: { readonly Keys: readonly object[] } } };
}

/** A client that leaves keys unprocessed in so many calls, and then has them all. */
function clientLeaving(calls: number) {
  let made = 0;
  const send = async ({ input }: Asked) => {
    const { Keys } = input.RequestItems.rows;
    made += 1;
    return made > calls ? { Responses: { rows: Keys } } : { UnprocessedKeys: { rows: { Keys } } };
  };
  return { client: { send } as unknown as DynamoDBClient, made: () => made };
}

const key = { name: { S: 'one' } };

it('a batch of reads asks again for what was left out', async () => {
  const { client, made } = clientLeaving(3);
  expect(await batchGet(client, 'rows', [key])).toEqual([key]);
  expect(made()).toBe(4);
});

it('a batch of reads ends with the error of a throttled call after twelve attempts', { timeout: 60_000 }, async () => {
  const { client, made } = clientLeaving(12);
  await expect(batchGet(client, 'rows', [key])).rejects.toMatchObject({ name: 'ThrottlingException' });
  expect(made()).toBe(12);
});
