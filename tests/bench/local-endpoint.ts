import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { startEndpointThread } from '#infra/local/cloud/dynamodb/endpoint-thread.ts';
import type { LocalTable } from '#infra/local/cloud/dynamodb/tables.ts';
import { createTable } from '#tests/support/stores.ts';
import { type Figure, figure } from './figure.ts';
import type { Part } from './part.ts';
import { interleaved, milliseconds, together } from './rounds.ts';
import { median, pairedRatio } from './statistics.ts';
import { typicalBytes } from './workload.ts';

/** The time of a call through the local cloud's DynamoDB endpoint, against the same call made directly. */
export const localEndpoint: Part = {
  name: 'local-endpoint',
  how:
    `Puts and gets of an item of ${typicalBytes} bytes by the SDK, directly to DynamoDB Local and through the local cloud's endpoint, in short turns ` +
    'on one emulator; ratios are medians of paired rounds.',
  measure: async ({ startDatabase, quick }) => {
    const database = { endpoint: await startDatabase(), accessKeyId: 'bench', region: 'local' };
    const clientOf = (endpoint: string) =>
      new DynamoDBClient({
        endpoint,
        region: database.region,
        credentials: { accessKeyId: database.accessKeyId, secretAccessKey: 'local' },
      });
    const direct = clientOf(database.endpoint);
    const name = await createTable(direct, 'Ledger');
    const table: LocalTable = { logicalId: name, name, arn: name, partitionKey: 'id', database };
    const proxy = await startEndpointThread({ tables: [table], fallback: database, onWrite: () => undefined });
    try {
      const figures: Figure[] = [];
      for (const callers of [1, 8])
        figures.push(...(await callsBy(callers, name, { direct, local: clientOf(proxy.url) }, quick)));
      return figures;
    } finally {
      await proxy.stop();
    }
  },
};

async function callsBy(
  callers: number,
  TableName: string,
  { direct, local }: Readonly<Record<'direct' | 'local', DynamoDBClient>>,
  quick: boolean,
): Promise<Figure[]> {
  const count = 200;
  const text = { S: 'x'.repeat(typicalBytes) };
  const keyOf = (index: number) => ({ stream: { S: `stream-${index}` }, version: { N: '1' } });
  const each = async (call: (index: number) => Promise<unknown>) =>
    milliseconds(async () => together(callers, Array(count).keys(), call));
  const put = async (client: DynamoDBClient) =>
    each(async (index) => client.send(new PutItemCommand({ TableName, Item: { ...keyOf(index), text } })));
  const get = async (client: DynamoDBClient) =>
    each(async (index) => client.send(new GetItemCommand({ TableName, Key: keyOf(index) })));

  const rounds = await interleaved(quick ? 6 : 20, {
    directPut: async () => put(direct),
    localPut: async () => put(local),
    directGet: async () => get(direct),
    localGet: async () => get(local),
  });
  const by = callers === 1 ? '1 caller' : `${callers} callers`;
  return [
    figure(`put directly, ${by}`, 'ms', median(rounds.directPut) / count),
    figure(`put through the endpoint, ${by}`, '× directly', pairedRatio(rounds.localPut, rounds.directPut), {
      atMost: 1.3,
    }),
    figure(`get directly, ${by}`, 'ms', median(rounds.directGet) / count),
    figure(`get through the endpoint, ${by}`, '× directly', pairedRatio(rounds.localGet, rounds.directGet), {
      atMost: 1.3,
    }),
  ];
}
