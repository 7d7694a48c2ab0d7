/** @module-tag dynamodb */
import { TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '#shared/api/protocol/problem-of.ts';
import { appending } from '#tests/support/appending.ts';
import { visit } from '#tests/support/events.ts';
import { freshDatabase, freshStores, type Stores } from '#tests/support/tables.ts';

/** DynamoDB Local never answers so: two writes of one item at the same moment. */
const conflict = () =>
  new TransactionConflictException({ $metadata: {}, message: 'Transaction is ongoing for the item' });
const canceled = (Code: string) =>
  new TransactionCanceledException({
    $metadata: {},
    message: 'Canceled',
    CancellationReasons: [{ Code }, { Code: 'None' }],
  });

let stores: Stores;
let failures: Error[] = [];

beforeAll(async () => {
  const client = freshDatabase();
  stores = await freshStores(client);
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const failure = /Put|Transact/.test(commandName) ? failures.shift() : undefined;
        if (failure !== undefined) throw failure;
        return next(args);
      },
    { step: 'initialize' },
  );
});

describe('an append that meets another write of the same item', () => {
  it.each([
    ['with a precondition', { expectedVersion: 0 as const }, [conflict(), conflict()]],
    ['without one', {}, [conflict()]],
    ['with a key and without a precondition', { idempotencyKey: 'key' }, [canceled('TransactionConflict')]],
  ])('tries again: %s', async (name, request, met) => {
    failures = [...met];
    const stream = `visit/${name.replaceAll(' ', '-')}`;
    expect(await appending(stores.ledger)({ stream, events: [visit()], ...request })).toMatchObject({ version: 1 });
    expect(failures).toEqual([]);
  });

  it('is told to come back later when DynamoDB throttles it', async () => {
    failures = [canceled('ThrottlingError')];
    const refused = appending(stores.ledger)({ stream: 'visit/throttled', idempotencyKey: 'key', events: [visit()] });
    const error: unknown = await refused.catch((reason: unknown) => reason);
    expect(problemOf(error)?.document.status).toBe(503);
  });
});
