import type { HttpReply, HttpRequest } from './http-request.ts';
import { problemAt } from './problem.ts';
import { acceptsSome } from './record-media-types.ts';

/**
 * Refuses a client that accepts none of the representations there are; throws the problem `not-acceptable`, which names
 * them.
 */
export function requireAcceptable(request: HttpRequest, offered: readonly string[]): void {
  if (acceptsSome(request, offered)) return;
  const detail = `Expected Accept to allow ${offered.join(', ')}; it is ${request.headers.accept}`;
  throw problemAt('not-acceptable', [{ header: 'Accept', detail }]);
}

/** Refuses a client that does not accept the one representation there is. */
export function acceptable(request: HttpRequest, reply: HttpReply): HttpReply {
  const [mediaType = ''] = (reply.headers['Content-Type'] ?? '').split(';');
  if (reply.statusCode === 200) requireAcceptable(request, [mediaType]);
  return reply;
}
