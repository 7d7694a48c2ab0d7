import { unavailable } from '#shared/dynamodb/unavailable.ts';

/** AWS errors that mean an invalid request. */
const ofTheInput = new Set(['ValidationException', 'ItemCollectionSizeLimitExceededException']);

/** Errors of a connection, by Node's codes. */
const ofTheConnection = /^E(CONN|PIPE|HOST|NET|TIMEDOUT|AI_)/;

/**
 * Whether an event may have caused an error. AWS errors about the service, permissions or the connection would hit any
 * other event too.
 */
export function causedByEvent(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  if (ofTheInput.has(error.name)) return true;
  if (unavailable(error) || '$metadata' in error || error.name === 'AbortError') return false;
  return !('code' in error && ofTheConnection.test(String(error.code)));
}
