import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';

const races = new Set(['None', 'ConditionalCheckFailed', 'TransactionConflict']);

/** Whether a conditional write failed only because another writer was first; read again and retry. */
export const lostRace = (error: unknown): boolean =>
  error instanceof ConditionalCheckFailedException ||
  error instanceof TransactionConflictException ||
  (error instanceof TransactionCanceledException &&
    (error.CancellationReasons ?? []).every(({ Code }) => races.has(Code ?? 'None')));
