import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';

const transient = new Set([
  'InternalServerError',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ServiceUnavailable',
  'ThrottlingException',
  'TimeoutError',
  'TransactionConflictException',
  'TransactionInProgressException',
]);

/** A service is unavailable without an error of its own. */
export class ServiceUnavailable extends Error {
  override readonly name = 'ServiceUnavailable';
}

/** Whether AWS is unavailable for a call after the SDK's own retries; a later retry is right. */
export const unavailable = (error: unknown): boolean =>
  error instanceof Error &&
  (transient.has(error.name) || ('code' in error && error.code === 'ECONNREFUSED') || throttledTransaction(error));

const throttledTransaction = (error: Error): boolean =>
  error instanceof TransactionCanceledException &&
  (error.CancellationReasons ?? []).some(({ Code }) => throttling.has(Code ?? ''));

const throttling = new Set(['ProvisionedThroughputExceeded', 'ThrottlingError']);
