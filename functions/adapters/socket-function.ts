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
    /** What the authorizer said, all as text. */
    readonly authorizer?: Readonly<Record<string, string>>;
  };
}

/** A function behind the WebSocket API, with logs by the request's id, and metrics. */
export const socketFunction = <Reply>(answer: (event: SocketEvent) => Promise<Reply>) =>
  middy<SocketEvent, Reply>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(publishedMetrics())
    .handler(async (event) => {
      logger.setCorrelationId(event.requestContext.requestId);
      return answer(event);
    });
