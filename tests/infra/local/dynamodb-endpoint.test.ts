import {
  BatchExecuteStatementCommand,
  BatchGetItemCommand,
  CreateTableCommand,
  DynamoDBClient,
  ExecuteStatementCommand,
  ExecuteTransactionCommand,
  GetItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startDynamoDbEndpoint, type DynamoDbEndpoint } from '#infra/local/cloud/dynamodb/dynamodb-endpoint.ts';
import { startEndpointThread } from '#infra/local/cloud/dynamodb/endpoint-thread.ts';
import type { LocalTable } from '#infra/local/cloud/dynamodb/tables.ts';
import { until } from '#tests/support/until.ts';

const endpoint = inject('dynamodbEndpoint') ?? '';
const region = 'eu-west-1';
const client = (url: string, accessKeyId: string) =>
  new DynamoDBClient({ endpoint: url, region, credentials: { accessKeyId, secretAccessKey: 'local' } });

/** A new table in a database of its own. */
const tableNamed = async (name: string): Promise<LocalTable> => {
  const accessKeyId = randomUUID().replaceAll('-', '');
  await client(endpoint, accessKeyId).send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    }),
  );
  return { logicalId: name, name, arn: name, partitionKey: 'id', database: { endpoint, accessKeyId, region } };
};

const insert = (table: string, id: string) => ({
  Statement: `INSERT INTO "${table}" VALUE {'id': ?, 'version': ?}`,
  Parameters: [{ S: id }, { N: '1' }],
});
const update = (table: string, id: string, below: number) => ({
  Statement: `UPDATE "${table}" SET version = ? WHERE id = ? AND version < ?`,
  Parameters: [{ N: String(below) }, { S: id }, { N: String(below) }],
});
describe('the DynamoDB endpoint', { tags: ['dynamodb'] }, () => {
  let proxy: DynamoDbEndpoint;
  let caller: DynamoDBClient;
  const written: string[] = [];
  beforeAll(async () => {
    const tables = await Promise.all(['Notes', 'Echoes'].map(tableNamed));
    const fallback = { endpoint, accessKeyId: 'other', region };
    proxy = await startDynamoDbEndpoint({ tables, fallback, onWrite: (names) => written.push(...names) });
    caller = client(proxy.url, 'any');
  });
  beforeEach(() => written.splice(0));
  afterAll(async () => {
    caller.destroy();
    await proxy.stop();
  });
  const versionOf = async (TableName: string, id: string) =>
    (await caller.send(new GetItemCommand({ TableName, Key: { id: { S: id } } }))).Item?.['version']?.N;

  it.each(['Notes', 'Echoes'])('finds the database of %s and reports its writes', async (TableName) => {
    await caller.send(new PutItemCommand({ TableName, Item: { id: { S: 'put' }, version: { N: '7' } } }));
    expect(await versionOf(TableName, 'put')).toBe('7');
    expect(written).toEqual([TableName]);
  });

  it('executes batches of conditional statements and reports each failed condition', async () => {
    const first = new BatchExecuteStatementCommand({ Statements: [insert('Echoes', 'a'), insert('Echoes', 'b')] });
    await caller.send(first);
    const { Responses = [] } = await caller.send(
      new BatchExecuteStatementCommand({
        Statements: [update('Echoes', 'a', 5), insert('Echoes', 'b'), update('Echoes', 'missing', 5)],
      }),
    );
    expect(Responses.map(({ Error: error }) => error?.Code)).toEqual([
      undefined,
      'DuplicateItem',
      'ConditionalCheckFailed',
    ]);
    expect(await versionOf('Echoes', 'a')).toBe('5');
    expect(new Set(written)).toEqual(new Set(['Echoes']));
  });

  it('executes single statements and transactions', async () => {
    await caller.send(new ExecuteStatementCommand(insert('Notes', 'single')));
    const { Items } = await caller.send(
      new ExecuteStatementCommand({ Statement: `SELECT * FROM "Notes" WHERE id = 'single'` }),
    );
    expect(Items).toEqual([{ id: { S: 'single' }, version: { N: '1' } }]);
    const TransactStatements = [insert('Notes', 'in-transaction')];
    await caller.send(new ExecuteTransactionCommand({ TransactStatements }));
    const put = {
      TableName: 'Notes',
      Item: { id: { S: 'in-transaction' } },
      ConditionExpression: 'attribute_not_exists(id)',
    };
    await expect(caller.send(new TransactWriteItemsCommand({ TransactItems: [{ Put: put }] }))).rejects.toMatchObject({
      name: 'TransactionCanceledException',
    });
  });

  it('refuses a call that addresses two databases', async () => {
    const Keys = [{ id: { S: 'x' } }];
    const across = new BatchGetItemCommand({ RequestItems: { Notes: { Keys }, Echoes: { Keys } } });
    await expect(caller.send(across)).rejects.toThrow(/different databases/);
  });

  it('passes on large items and many calls at the same time', async () => {
    const text = 'é'.repeat(190_000);
    await Promise.all(
      Array.from({ length: 20 }, async (_, index) =>
        caller.send(
          new PutItemCommand({ TableName: 'Notes', Item: { id: { S: `large-${index}` }, text: { S: text } } }),
        ),
      ),
    );
    const { Item } = await caller.send(new GetItemCommand({ TableName: 'Notes', Key: { id: { S: 'large-19' } } }));
    expect(Item?.['text']?.S).toBe(text);
  });

  it('closes a connection whose request it cannot read', async () => {
    const chunked = new Blob(['no length']).stream();
    await expect(fetch(proxy.url, { method: 'POST', body: chunked, duplex: 'half' })).rejects.toThrow('fetch failed');
    await until('the next call', async () => (await versionOf('Notes', 'nothing')) === undefined);
  });
});

it('runs on a thread of its own, and tells of writes to tables with a stream', { tags: ['dynamodb'] }, async () => {
  const [notes, echoes] = await Promise.all(['Notes', 'Echoes'].map(tableNamed));
  if (notes === undefined || echoes === undefined) throw new Error('No tables');
  const written: string[] = [];
  const proxy = await startEndpointThread({
    tables: [notes, { ...echoes, streamArn: 'arn:stream' }],
    fallback: notes.database,
    onWrite: (names) => written.push(...names),
  });
  const caller = client(proxy.url, 'any');
  for (const TableName of ['Notes', 'Echoes'])
    await caller.send(new PutItemCommand({ TableName, Item: { id: { S: 'put' } } }));
  await until('the notice of a write', () => written.length > 0);
  expect(written).toEqual(['Echoes']);
  caller.destroy();
  await proxy.stop();
  await expect(fetch(proxy.url)).rejects.toThrow('fetch failed');
});
