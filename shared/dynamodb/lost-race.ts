import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';

const races = new Set(['None', 'ConditionalCheckFailed', 'TransactionConflict']);

/** Whether a conditional write failed only because somebody else wrote first: read again and go on. Anything else is an error. */
export const lostRace = (error: unknown): boolean =>
  error instanceof ConditionalCheckFailedException ||
  error instanceof TransactionConflictException ||
  (error instanceof TransactionCanceledException &&
    (error.CancellationReasons ?? []).every(({ Code }) => races.has(Code ?? 'None')));
