import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { problemOf } from '#shared/api/protocol/problem-of.ts';
import { StreamContended } from '#shared/ledger/append-errors.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting, visit } from '#tests/support/events.ts';
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
const withoutItem = () =>
  new ConditionalCheckFailedException({ $metadata: {}, message: 'The conditional request failed' });
const silence = () => Object.assign(new Error('No answer'), { name: 'TimeoutError' });

/** What the next writes meet: before they have an effect, or after it, so that their answer is lost. */
type Failure = { readonly when: 'before' | 'after'; readonly error: Error };
let failures: Failure[] = [];
let stores: Stores;

function failing(client: DynamoDBClient): void {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const failure = /Put|Transact/.test(commandName) ? failures.shift() : undefined;
        if (failure?.when === 'before') throw failure.error;
        const reply = await next(args);
        if (failure !== undefined) throw failure.error;
        return reply;
      },
    { step: 'initialize' },
  );
}

beforeAll(async () => {
  const client = freshDatabase();
  stores = await freshStores(client);
  failing(client);
});
beforeEach(() => {
  failures = [];
});

const before = (error: Error): Failure => ({ when: 'before', error });
const after = (error: Error): Failure => ({ when: 'after', error });
const commitsOf = async (stream: string) =>
  (await Array.fromAsync(stores.ledger.commits(stream, { direction: 'forward' }))).length;

describe('an append that meets another write of the same item', () => {
  it.each([
    ['with a precondition', { expectedVersion: 0 as const }, [conflict(), conflict()]],
    ['without one', {}, [conflict()]],
    ['with a key and without a precondition', { idempotencyKey: 'key' }, [canceled('TransactionConflict')]],
    [
      'with a key and a precondition',
      { idempotencyKey: 'key', expectedVersion: 0 as const },
      [canceled('TransactionConflict')],
    ],
  ])('tries again: %s', async (name, request, met) => {
    failures = met.map(before);
    const stream = `visit/${name.replaceAll(' ', '-')}`;
    expect(await appending(stores.ledger)({ stream, events: [visit()], ...request })).toMatchObject({ version: 1 });
    expect(failures).toEqual([]);
  });

  it('gives up after a bounded number of attempts, or when its time is over', async () => {
    failures = Array.from({ length: 34 }, () => before(conflict()));
    await expect(appending(stores.ledger)({ stream: 'visit/busy', events: [visit()] })).rejects.toThrow(
      StreamContended,
    );
    expect(failures).toHaveLength(10);
    failures = Array.from({ length: 30 }, () => before(conflict()));
    const inNoTime = appending(stores.ledger)({ stream: 'visit/busy', events: [visit()], hasTime: () => false });
    await expect(inNoTime).rejects.toThrow('gave up after 1 attempts');
    expect(await commitsOf('visit/busy')).toBe(0);
  });
});

describe('an append whose put has landed although its answer says otherwise', () => {
  it.each([
    ['a conflict', conflict()],
    ['a condition that failed', withoutItem()],
    ['no answer', silence()],
    ['a canceled transaction', canceled('TransactionConflict')],
  ])('records once: %s', async (name, error) => {
    for (const [kind, more] of Object.entries({
      any: {},
      exact: { expectedVersion: 0 as const },
      keyed: { idempotencyKey: 'key' },
      both: { idempotencyKey: 'key', expectedVersion: 0 as const },
    })) {
      failures = [after(error)];
      const stream = `visit/${kind}-${name.replaceAll(' ', '-')}`;
      const answer = await appending(stores.ledger)({ stream, events: [visit({ modality: 'planned' })], ...more });
      expect({ kind, ...answer }).toMatchObject({ kind, version: 1, versions: [1] });
      expect({ kind, commits: await commitsOf(stream) }).toEqual({ kind, commits: 1 });
    }
  });

  it('records once also when another append came in between', async () => {
    const stream = 'relation/BGD-PAK';
    failures = [after(conflict())];
    const ledger: Stores['ledger'] = {
      ...stores.ledger,
      put: async (commit, changes) => {
        const outcome = await stores.ledger.put(commit, changes);
        if (outcome === 'contended')
          await appending(stores.ledger)({ stream, events: [meeting({ summary: 'other' })] });
        return outcome;
      },
    };
    expect(await appending(ledger)({ stream, events: [meeting()] })).toMatchObject({ version: 1, versions: [1] });
    expect(await commitsOf(stream)).toBe(2);
  });
});

describe('an append that DynamoDB cannot serve at the moment', () => {
  it('is recorded when it can again', async () => {
    failures = [before(canceled('ThrottlingError')), before(silence())];
    const request = { stream: 'visit/again', idempotencyKey: 'key', events: [visit()] };
    expect(await appending(stores.ledger)(request)).toMatchObject({ version: 1 });
    expect(await commitsOf('visit/again')).toBe(1);
  });

  it('is to be repeated later when it stays so, and leaves nothing half recorded', async () => {
    failures = Array.from({ length: 10 }, () => before(canceled('ThrottlingError')));
    const refused = appending(stores.ledger)({ stream: 'visit/throttled', idempotencyKey: 'key', events: [visit()] });
    const problem = problemOf(await refused.catch((reason: unknown) => reason));
    expect(problem?.document.status).toBe(503);
    expect(problem?.headers).toHaveProperty('Retry-After');
    expect(failures).toHaveLength(6);
    failures = [];
    expect(await commitsOf('visit/throttled')).toBe(0);
    const again = { stream: 'visit/throttled', idempotencyKey: 'key', events: [visit()] };
    expect(await appending(stores.ledger)(again)).toMatchObject({ version: 1 });
  });
});
