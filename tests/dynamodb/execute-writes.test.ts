import type { BatchStatementResponse, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { executeWrites } from '#shared/dynamodb/execute-writes.ts';

const failed = (Code: NonNullable<NonNullable<BatchStatementResponse['Error']>['Code']>): BatchStatementResponse => ({
  Error: { Code, Message: Code },
});
const statement = (index: number) => ({ Statement: `INSERT ${index}` });

/**
 * A client whose replies say of each statement, by its text, what the next of its outcomes is; afterwards it succeeds.
 */
function clientWith(outcomes: Readonly<Record<string, BatchStatementResponse[]>>) {
  const calls: string[][] = [];
  const send = async ({ input }: { input: { Statements: { Statement: string }[] } }) => {
    calls.push(input.Statements.map(({ Statement }) => Statement));
    return { Responses: input.Statements.map(({ Statement }) => outcomes[Statement]?.shift() ?? {}) };
  };
  return { client: { send } as unknown as DynamoDBClient, calls };
}

describe('writes in batches of statements', () => {
  it('go twenty-five in a call', async () => {
    const { client, calls } = clientWith({});
    expect(
      await executeWrites(
        client,
        Array.from({ length: 26 }, (_, index) => statement(index)),
      ),
    ).toEqual(new Set());
    expect(calls.map(({ length }) => length).toSorted((a, b) => b - a)).toEqual([25, 1]);
  });

  it('name those whose condition did not hold, and write the others', async () => {
    const outcomes = { 'INSERT 1': [failed('ConditionalCheckFailed')], 'INSERT 3': [failed('DuplicateItem')] };
    const { client, calls } = clientWith(outcomes);
    expect(await executeWrites(client, [0, 1, 2, 3].map(statement))).toEqual(new Set([1, 3]));
    expect(calls).toHaveLength(1);
  });

  it('send again, alone, what was throttled', async () => {
    const outcomes = { 'INSERT 1': [failed('ThrottlingError'), failed('ProvisionedThroughputExceeded')] };
    const { client, calls } = clientWith(outcomes);
    expect(await executeWrites(client, [0, 1, 2].map(statement))).toEqual(new Set());
    expect(calls.slice(1)).toEqual([['INSERT 1'], ['INSERT 1']]);
  });

  it('end with the error of a throttled call when it goes on', async () => {
    const { client, calls } = clientWith({ 'INSERT 0': Array.from({ length: 20 }, () => failed('ThrottlingError')) });
    await expect(executeWrites(client, [statement(0)])).rejects.toMatchObject({ name: 'ThrottlingException' });
    expect(calls).toHaveLength(12);
  });

  it('throw what is wrong with a statement', async () => {
    const { client } = clientWith({ 'INSERT 0': [failed('ValidationError')] });
    await expect(executeWrites(client, [statement(0)])).rejects.toThrow('A statement failed with ValidationError');
  });
});
