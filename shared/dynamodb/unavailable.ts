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

/** Whether AWS could not serve a call at the moment, after the SDK's own retries: trying again later is right. */
export const unavailable = (error: unknown): boolean =>
  error instanceof Error && (transient.has(error.name) || ('code' in error && error.code === 'ECONNREFUSED'));
