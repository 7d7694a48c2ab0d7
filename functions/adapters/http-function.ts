import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { conditional } from '#shared/api/protocol/conditional.ts';
import type { HttpReply, HttpRequest } from '#shared/api/protocol/http-request.ts';
import { acceptable } from '#shared/api/protocol/not-acceptable.ts';
import { logger } from './observability.ts';
import { problemDetails } from './problem-details.ts';
import { publishedMetrics } from './published-metrics.ts';

/**
 * A function behind the HTTP API: logs with the request's id, metrics, and problem details for the errors that callers can understand. What a GET
 * answers is tagged, so that a client that has it already is told so, and is of a kind that the client accepts.
 */
export const httpFunction = (
  answer: (request: HttpRequest, timeLeft: () => number) => Promise<HttpReply> | HttpReply,
) =>
  middy<HttpRequest, HttpReply>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(publishedMetrics())
    .use(problemDetails())
    .handler(async (request, context) => {
      logger.setCorrelationId(request.requestContext.requestId);
      const reply = await answer(request, () => context.getRemainingTimeInMillis());
      return request.requestContext.http.method === 'GET' ? conditional(request, acceptable(request, reply)) : reply;
    });
