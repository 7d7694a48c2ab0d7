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

/** A service does not take what it is sent at the moment, without an error of its own. */
export class ServiceUnavailable extends Error {
  override readonly name = 'ServiceUnavailable';
}

/** Tells whether AWS could not serve a call at the moment, after the SDK's own retries: trying again later is right. */
export const unavailable = (error: unknown): boolean =>
  error instanceof Error &&
  (transient.has(error.name) || ('code' in error && error.code === 'ECONNREFUSED') || throttledTransaction(error));

const throttledTransaction = (error: Error): boolean =>
  error instanceof TransactionCanceledException &&
  (error.CancellationReasons ?? []).some(({ Code }) => throttling.has(Code ?? ''));

const throttling = new Set(['ProvisionedThroughputExceeded', 'ThrottlingError']);
