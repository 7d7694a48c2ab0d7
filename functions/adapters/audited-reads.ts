import type { MiddlewareObj } from '@middy/core';
import type { HttpReply, HttpRequest } from '#shared/api/protocol/http-request.ts';
import { logger } from './observability.ts';

/** Characters of a path, a query and a message that are logged. */
const mostCharacters = 1000;

/** Returns a text, or its beginning and its length. */
export const bounded = (text: string): string =>
  text.length > mostCharacters ? `${text.slice(0, mostCharacters)}… (${text.length} characters)` : text;

/** Logs a read: who read, what was asked for, and the status of the reply. */
export const logRead = (read: Readonly<Record<string, unknown>>): void => logger.info('Read', { read });

/** Logs each GET with its caller, route, parameters and the size of the reply, also when it is refused. */
export const auditedReads = (): MiddlewareObj<HttpRequest, HttpReply> => ({
  after: ({ event, response }) => auditRead(event, response),
  onError: ({ event, response }) => auditRead(event, response),
});

/** Logs a read; requests without a token are nobody's. */
function auditRead(request: HttpRequest, reply: HttpReply | null | undefined): void {
  const claims = request.requestContext.authorizer?.jwt.claims;
  if (claims === undefined || request.requestContext.http.method !== 'GET') return;
  const { sub: subject, client_id: client, organisation } = claims;
  logRead({
    subject,
    client,
    ...(organisation !== undefined && { organisation }),
    route: request.routeKey,
    path: bounded(request.rawPath),
    query: bounded(request.rawQueryString),
    ...(reply != null && { status: reply.statusCode, bytes: Buffer.byteLength(reply.body) }),
  });
}
