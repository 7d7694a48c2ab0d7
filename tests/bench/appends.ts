import { type AttributeValue, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { v7 } from 'uuid';
import { appender } from '#shared/ledger/append.ts';
import { itemOf } from '#shared/ledger/commit-item.ts';
import { databaseAt, storesOn, type TableName } from '#tests/support/stores.ts';
import { type Figure, figure } from './figure.ts';
import type { Part } from './part.ts';
import { interleaved, perSecond, together } from './rounds.ts';
import { median, pairedRatio } from './statistics.ts';
import { commitsOf, proposal, recordedBy, streamOf, typicalBytes } from './workload.ts';

/** Appends per second through the ledger module, next to what the emulator and the SDK give at best. */
export const appends: Part = {
  name: 'appends',
  how:
    `One event of ${typicalBytes} bytes an append, each on a stream of its own: new (expected version 0) or existing (any). ` +
    'Raw: a conditional put of the same item by the bare SDK. In short turns, on one emulator; ratios are medians of paired rounds.',
  measure: async ({ startDatabase, quick }) => {
    const endpoint = await startDatabase();
    const figures: Figure[] = [];
    for (const writers of [1, 8, 32]) figures.push(...(await appendsBy(writers, endpoint, quick)));
    return figures;
  },
};

async function appendsBy(writers: number, endpoint: string, quick: boolean): Promise<Figure[]> {
  const count = writers === 1 ? 100 : 200;
  const raw = await rawPuts(endpoint);
  const [fresh, standing] = [await appendsOn(endpoint), await appendsOn(endpoint)];
  const streams = (label: string) => Array.from({ length: count }, (_, index) => streamOf(label, index));
  const existing = streams('existing');
  await together(writers, existing, async (stream) => standing(stream, 0));

  const rounds = await interleaved(quick ? 6 : 30, {
    raw: async (round) => perSecond(count, async () => together(writers, streams(`round${round}`), raw)),
    fresh: async (round) =>
      perSecond(count, async () => together(writers, streams(`round${round}`), async (stream) => fresh(stream, 0))),
    existing: async () =>
      perSecond(count, async () => together(writers, existing, async (stream) => standing(stream, 'any'))),
  });
  const by = writers === 1 ? '1 writer' : `${writers} writers`;
  return [
    figure(`raw put, ${by}`, 'per s', median(rounds.raw)),
    figure(`append to new streams, ${by}`, 'per s', median(rounds.fresh)),
    figure(`append to new streams, ${by}`, '× raw', pairedRatio(rounds.fresh, rounds.raw), { atLeast: 0.95 }),
    figure(`append to existing streams, ${by}`, 'per s', median(rounds.existing)),
    figure(`append to existing streams, ${by}`, '× raw', pairedRatio(rounds.existing, rounds.raw), { atLeast: 0.48 }),
  ];
}

async function appendsOn(endpoint: string) {
  const { ledger } = await storesOn(databaseAt(endpoint));
  const append = appender({ ledger, now: () => new Date(), newId: v7 });
  const events = [proposal()];
  return async (stream: string, expectedVersion: 0 | 'any') => append({ stream, expectedVersion, events, recordedBy });
}

/**
 * Puts an item that is a commit's, byte for byte, but for the stream's name, into a table with the same others beside it:
 * in a database of one table a put takes 4 % less.
 */
export async function rawPuts(endpoint: string): Promise<(stream: string) => Promise<unknown>> {
  const { client } = await storesOn(databaseAt(endpoint));
  const table: TableName = 'Ledger';
  const [commit] = commitsOf(streamOf('sample', 0), [1]);
  const item: Record<string, AttributeValue> = commit === undefined ? {} : itemOf({ ...commit, commitId: v7() });
  return async (stream) =>
    client.send(
      new PutItemCommand({
        TableName: table,
        Item: { ...item, stream: { S: stream } },
        ConditionExpression: 'attribute_not_exists(#stream)',
        ExpressionAttributeNames: { '#stream': 'stream' },
      }),
    );
}
