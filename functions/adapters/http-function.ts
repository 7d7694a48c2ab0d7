import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import httpRouter, { type Method } from '@middy/http-router';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { conditional } from '#shared/api/protocol/conditional.ts';
import type { HttpReply, HttpRequest } from '#shared/api/protocol/http-request.ts';
import { acceptable } from '#shared/api/protocol/not-acceptable.ts';
import type { Resource, TimeLeft } from '#shared/api/protocol/resource.ts';
import { auditedReads } from './audited-reads.ts';
import { logger } from './observability.ts';
import { problemDetails } from './problem-details.ts';
import { publishedMetrics } from './published-metrics.ts';
import { securityHeaders } from './security-headers.ts';

/** API Gateway gives a request up so many milliseconds after it came (its limit is 30 s; the rest is the way back). */
const givenUpAfterMs = 29_500;

/**
 * The time left for a request: that of the invocation, which begins when the function has started, or that of the
 * gateway, which began before.
 */
const timeLeftOf =
  ({ requestContext: { timeEpoch } }: APIGatewayProxyEventV2, context: Context): TimeLeft =>
  () =>
    Math.min(context.getRemainingTimeInMillis(), timeEpoch + givenUpAfterMs - Date.now());

/** Refuses a request that has no route; throws the problem. */
type RefuseUnknown = (request: HttpRequest) => never;

/**
 * A function behind the HTTP API, with a resource for each of its routes. It logs with the id of the request, publishes
 * metrics, and replies with problem details to the errors that callers can understand. A GET is logged with who made
 * it, and is tagged, so that a client with the current representation gets 304, and is of a media type that the client
 * accepts.
 */
export const httpFunction = <Ports>(
  resources: Readonly<Record<string, Resource<Ports>>>,
  ports: Ports,
  refuseUnknown: RefuseUnknown = unrouted,
) => {
  const router = httpRouter<APIGatewayProxyEventV2, HttpReply>(
    Object.entries(resources).map(([key, resource]) => {
      const [method, path = ''] = key.split(' ');
      return {
        method: method as Method,
        path,
        handler: async (event: APIGatewayProxyEventV2, context: Context) =>
          reply(resource, ports, event, timeLeftOf(event, context)),
      };
    }),
  );
  return middy<APIGatewayProxyEventV2, HttpReply>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(publishedMetrics())
    .use(auditedReads())
    .use(securityHeaders())
    .use(problemDetails())
    .handler(async (event, context) => {
      logger.setCorrelationId(event.requestContext.requestId);
      if (resources[event.routeKey] === undefined) return refuseUnknown(event);
      return router(byRouteKey(event), context);
    });
};

/**
 * The event with the path of the route that API Gateway has chosen: the path as it was sent is decoded, so that a slash
 * within a parameter would lead the router to another route, or to none.
 */
function byRouteKey(event: APIGatewayProxyEventV2): APIGatewayProxyEventV2 {
  const [, path = ''] = event.routeKey.split(' ');
  const { requestContext } = event;
  return { ...event, requestContext: { ...requestContext, http: { ...requestContext.http, path } } };
}

async function reply<Ports>(
  resource: Resource<Ports>,
  ports: Ports,
  request: HttpRequest,
  timeLeft: TimeLeft,
): Promise<HttpReply> {
  const made = await resource.handle(ports, request, timeLeft);
  return request.requestContext.http.method === 'GET' ? conditional(request, acceptable(request, made)) : made;
}

const unrouted: RefuseUnknown = ({ routeKey }) => {
  throw new Error(`The function has no route ${routeKey}`);
};
