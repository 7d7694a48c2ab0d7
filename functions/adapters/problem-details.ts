import type { MiddlewareObj } from '@middy/core';
import type { HttpReply, HttpRequest } from '#shared/api/protocol/http-request.ts';
import { problemOf } from '#shared/api/protocol/problem-of.ts';
import { logger } from './observability.ts';

/**
 * Answers errors that mean something to the caller with RFC 9457 problem details; any other stays an error, so that
 * alarms see it.
 */
export const problemDetails = (): MiddlewareObj<HttpRequest, HttpReply> => ({
  onError: (request) => {
    const known = problemOf(request.error);
    if (known === undefined) return;
    const { document, headers } = known;
    logger.info('Refused', { problem: document.type, detail: document.detail });
    request.response = {
      statusCode: document.status,
      headers: { 'Content-Type': 'application/problem+json', ...headers },
      body: JSON.stringify({ ...document, instance: request.event.rawPath }),
    };
  },
});
