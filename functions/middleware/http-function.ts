import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { HttpReply, HttpRequest } from '../../shared/http/http-request.ts';
import { logger } from './observability.ts';
import { problemDetails } from './problem-details.ts';
import { publishedMetrics } from './published-metrics.ts';

/** A function behind the HTTP API: logs with the request's id, metrics, and problem details for the errors that callers can understand. */
export const httpFunction = (answer: (request: HttpRequest) => Promise<HttpReply> | HttpReply) =>
  middy<HttpRequest, HttpReply>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(publishedMetrics())
    .use(problemDetails())
    .handler(async (request) => {
      logger.setCorrelationId(request.requestContext.requestId);
      return answer(request);
    });
