import { unavailable } from '#shared/dynamodb/unavailable.ts';

/** Errors of AWS by which it says that what it was sent is wrong. */
const ofTheInput = new Set(['ValidationException', 'ItemCollectionSizeLimitExceededException']);

/** Errors of a connection, by Node's codes. */
const ofTheConnection = /^E(CONN|PIPE|HOST|NET|TIMEDOUT|AI_)/;

/**
 * Tells whether an error may be an event's fault. An error of AWS that is about the service, its permissions or the connection would meet any
 * other event too, and says nothing against this one.
 */
export function causedByEvent(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  if (ofTheInput.has(error.name)) return true;
  if (unavailable(error) || '$metadata' in error || error.name === 'AbortError') return false;
  return !('code' in error && ofTheConnection.test(String(error.code)));
}
