import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { HandshakeHeaders } from '#shared/subscriptions/sockets/handshake.ts';
import { logger } from './observability.ts';
import { publishedMetrics } from './published-metrics.ts';

/** What a function needs of an event of an API Gateway WebSocket API. */
export interface SocketEvent {
  /** Of the handshake; messages have none. */
  readonly headers?: HandshakeHeaders;
  readonly body?: string;
  /** Only an authorizer is asked about one. */
  readonly methodArn?: string;
  readonly requestContext: {
    readonly connectionId: string;
    readonly requestId: string;
    readonly routeKey: string;
    /** The context that the authorizer returned, all of it text. */
    readonly authorizer?: Readonly<Record<string, string>>;
  };
}

/** Handles the events of one route of the WebSocket API. */
export type SocketRoute = (event: SocketEvent) => Promise<{
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
}>;

/** A function behind the WebSocket API, with logs by the request's id, and metrics. */
export const socketFunction = <Reply>(handle: (event: SocketEvent) => Promise<Reply>) =>
  middy<SocketEvent, Reply>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(publishedMetrics())
    .handler(async (event) => {
      logger.setCorrelationId(event.requestContext.requestId);
      return handle(event);
    });

/** A function behind several routes of the WebSocket API, by their keys. */
export const socketRoutes = (routes: Readonly<Record<string, SocketRoute>>) =>
  socketFunction(async (event) => {
    const route = routes[event.requestContext.routeKey];
    if (route === undefined) throw new Error(`No handler has the route ${event.requestContext.routeKey}`);
    return route(event);
  });
