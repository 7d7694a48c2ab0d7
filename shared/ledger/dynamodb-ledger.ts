import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { chunksOf } from '#shared/chunks.ts';
import { batchGet } from '#shared/dynamodb/batch-get.ts';
import { lostRace } from '#shared/dynamodb/lost-race.ts';
import type { Commit } from './commit.ts';
import { commitFrom, itemOf } from './commit-item.ts';
import { decisionFrom, decisionItem } from './decision-item.ts';
import type { Decision, DecisionChange } from './decisions.ts';
import { dynamoDBLedgerReader } from './dynamodb-ledger-reader.ts';
import type { Ledger, PutOutcome, PutRefused } from './ledger.ts';

export interface LedgerTables {
  readonly ledger: string;
  readonly decisions: string;
}

/** Keys in one call (AWS limit). */
const keysPerCall = 100;
const returnOld = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;

/**
 * The ledger on DynamoDB. A commit alone is one put; with decisions it is a transaction, so that it stands with all of
 * them or not at all.
 */
export function dynamoDBLedger(client: DynamoDBClient, tables: LedgerTables): Ledger {
  const putOf = (commit: Commit) => ({
    TableName: tables.ledger,
    Item: itemOf(commit),
    ConditionExpression: 'attribute_not_exists(#stream)',
    ExpressionAttributeNames: { '#stream': 'stream' },
    ...returnOld,
  });

  const decisionPut = ({ key, expected }: DecisionChange, next: Decision) => ({
    TableName: tables.decisions,
    Item: decisionItem(key, next),
    ...conditionOf(expected),
  });

  const actionOf = (change: DecisionChange): TransactWriteItem =>
    change.next === undefined
      ? {
          ConditionCheck: {
            TableName: tables.decisions,
            Key: { key: { S: change.key } },
            ConditionExpression: undefined,
            ...conditionOf(change.expected),
          },
        }
      : { Put: decisionPut(change, change.next) };

  return {
    ...dynamoDBLedgerReader(client, tables.ledger),
    decisions: async (keys) => {
      const calls = chunksOf(keys, keysPerCall).map(async (some) =>
        batchGet(
          client,
          tables.decisions,
          some.map((key) => ({ key: { S: key } })),
        ),
      );
      return new Map((await Promise.all(calls)).flat().map((item) => [item.key?.S ?? '', decisionFrom(item)]));
    },
    put: async (commit, changes = []) => {
      if (changes.length === 0) {
        return outcomeOf(
          async () => client.send(new PutItemCommand(putOf(commit))),
          (error) =>
            error instanceof ConditionalCheckFailedException && error.Item
              ? { commit: commitFrom(error.Item), changed: new Map() }
              : undefined,
        );
      }
      const TransactItems = [{ Put: putOf(commit) }, ...changes.map(actionOf)];
      return outcomeOf(
        async () => client.send(new TransactWriteItemsCommand({ TransactItems })),
        (error) => (error instanceof TransactionCanceledException ? refusedFor(error, changes) : undefined),
      );
    },
    decide: async ({ next, ...change }) =>
      outcomeOf(
        async () => client.send(new PutItemCommand(decisionPut(change, next))),
        (error) =>
          error instanceof ConditionalCheckFailedException
            ? { changed: new Map([[change.key, error.Item && decisionFrom(error.Item)]]) }
            : undefined,
      ),
  };
}

function conditionOf(expected: DecisionChange['expected']) {
  if (expected === 'any') return {};
  return {
    ...returnOld,
    ConditionExpression: expected === 0 ? 'attribute_not_exists(#key)' : '#revision = :revision',
    ExpressionAttributeNames: expected === 0 ? { '#key': 'key' } : { '#revision': 'revision' },
    ...(expected !== 0 && { ExpressionAttributeValues: { ':revision': { N: String(expected) } } }),
  };
}

/** What a canceled transaction met; `undefined` when no condition failed. */
function refusedFor(
  { CancellationReasons = [] }: TransactionCanceledException,
  changes: readonly DecisionChange[],
): PutRefused | undefined {
  const [ofCommit, ...ofChanges] = CancellationReasons;
  const changed = new Map(
    ofChanges.flatMap(({ Code, Item }, index) => {
      const key = Code === 'ConditionalCheckFailed' ? changes[index]?.key : undefined;
      return key === undefined ? [] : [[key, Item && decisionFrom(Item)] as const];
    }),
  );
  if (ofCommit?.Item === undefined) return changed.size === 0 ? undefined : { changed };
  return { commit: commitFrom(ofCommit.Item), changed };
}

/** Makes a conditional write. Any error but a lost race is thrown. */
async function outcomeOf(
  write: () => Promise<unknown>,
  refused: (error: unknown) => PutRefused | undefined,
): Promise<PutOutcome> {
  try {
    await write();
    return undefined;
  } catch (error) {
    const known = refused(error);
    if (known !== undefined) return known;
    if (lostRace(error)) return 'contended';
    throw error;
  }
}
