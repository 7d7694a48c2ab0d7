import { describe, expect, it } from 'vitest';
import { addressedTables } from '#infra/local/cloud/dynamodb/addressed-tables.ts';

const addressed = (operation: string, input: unknown) =>
  addressedTables(`DynamoDB_20120810.${operation}`, JSON.stringify(input));
const statements = (operation: string, ...texts: string[]) =>
  addressed(operation, {
    [operation === 'ExecuteTransaction' ? 'TransactStatements' : 'Statements']: texts.map((Statement) => ({
      Statement,
      Parameters: [{ S: '"Statement":"INSERT INTO "Elsewhere" VALUE {}"' }],
    })),
  });

describe('the tables that a call addresses', () => {
  it.each<[string, unknown, string[]]>([
    ['PutItem', { TableName: 'Notes', Item: { text: { S: '"TableName":"Other"' } } }, ['Notes']],
    [
      'TransactWriteItems',
      { TransactItems: [{ Put: { TableName: 'A' } }, { Update: { TableName: 'B' } }] },
      ['A', 'B'],
    ],
    ['BatchWriteItem', { RequestItems: { A: [], B: [] } }, ['A', 'B']],
    ['BatchGetItem', { RequestItems: { A: { Keys: [{ TableName: { S: 'x' } }] } } }, ['A']],
    ['ListTables', {}, []],
  ])('are named by %s', (operation, input, expected) => {
    expect(addressed(operation, input)).toEqual(expected);
  });

  it.each([
    [`INSERT INTO "Notes" VALUE {'id': ?}`],
    [`insert into Notes value {'id': ?}`],
    [`UPDATE "Notes" SET a = ? WHERE id = ? AND version < ?`],
    [`\n  DELETE FROM "Notes" WHERE id = ?`],
    [`SELECT * FROM "Notes" WHERE id = ?`],
    [`SELECT "from", 'x' FROM "Notes"."byTime" WHERE id = ?`],
    [`EXISTS(SELECT * FROM "Notes" WHERE id = ?)`],
  ])('are named in the PartiQL statement %s', (statement) => {
    expect(statements('BatchExecuteStatement', statement, statement)).toEqual(['Notes', 'Notes']);
    expect(statements('ExecuteTransaction', statement)).toEqual(['Notes']);
    expect(addressed('ExecuteStatement', { Statement: statement })).toEqual(['Notes']);
  });

  it('are none for a batch that cannot be read', () => {
    expect(addressedTables('DynamoDB_20120810.BatchGetItem', '{')).toEqual([]);
  });

  it('are named by the stream that a call reads', () => {
    const StreamArn = 'arn:aws:dynamodb:eu-west-1:0:table/Notes/stream/2025';
    expect(addressedTables('DynamoDBStreams_20120810.DescribeStream', JSON.stringify({ StreamArn }))).toEqual([
      'Notes',
    ]);
  });
});
