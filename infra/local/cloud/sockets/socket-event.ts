import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type {
  APIGatewayEventWebsocketRequestContextV2 as RequestContext,
  APIGatewayProxyWebsocketEventV2WithRequestContext,
} from 'aws-lambda';
import { commonLogTime, target } from '#infra/local/cloud/http/http-event.ts';

/** The facts that all events of a connection share. */
export interface ConnectionFacts {
  readonly connectionId: string;
  readonly apiId: string;
  readonly stage: string;
  readonly stageVariables: Record<string, string> | undefined;
  readonly domainName: string;
  /** Milliseconds since 1970. */
  readonly connectedAt: number;
  readonly sourceIp: string;
  readonly userAgent: string | undefined;
}

/** The authorizer's statements about the caller; every value is text, as API Gateway passes it to functions. */
export type AuthorizerContext = Readonly<Record<string, string>> | undefined;

interface Occasion {
  readonly routeKey: string;
  readonly eventType: RequestContext['eventType'];
  readonly authorizer?: Readonly<Record<string, string>>;
  readonly messageId?: string;
  readonly disconnectStatusCode?: number;
  readonly disconnectReason?: string;
}

type SocketContext = Omit<RequestContext, 'messageId'> &
  Occasion & { readonly identity: { readonly sourceIp: string; readonly userAgent?: string } };
export type SocketEvent = APIGatewayProxyWebsocketEventV2WithRequestContext<SocketContext>;

/**
 * Source: the API Gateway developer guide, "WebSocket API mapping template reference", and its example of a REQUEST
 * authorizer.
 */
function requestContext(facts: ConnectionFacts, occasion: Occasion): SocketContext {
  const now = new Date();
  const requestId = randomUUID();
  return {
    ...occasion,
    extendedRequestId: requestId,
    requestTime: commonLogTime(now),
    messageDirection: 'IN',
    stage: facts.stage,
    connectedAt: facts.connectedAt,
    requestTimeEpoch: now.getTime(),
    identity: { sourceIp: facts.sourceIp, ...(facts.userAgent !== undefined && { userAgent: facts.userAgent }) },
    requestId,
    domainName: facts.domainName,
    connectionId: facts.connectionId,
    apiId: facts.apiId,
  };
}

function socketEvent<Parts extends object>(facts: ConnectionFacts, occasion: Occasion, parts: Parts) {
  const { stageVariables } = facts;
  return {
    ...parts,
    ...(stageVariables !== undefined && { stageVariables }),
    requestContext: requestContext(facts, occasion),
    isBase64Encoded: false,
  } satisfies SocketEvent;
}

/** Reads the headers and the query of the handshake, as they were sent and with all their values. */
function handshake(request: IncomingMessage, facts: ConnectionFacts) {
  const multiValueHeaders: Record<string, string[]> = {};
  for (const [index, name] of request.rawHeaders.entries())
    if (index % 2 === 0) (multiValueHeaders[name] ??= []).push(request.rawHeaders[index + 1] ?? '');
  multiValueHeaders['X-Forwarded-For'] = [facts.sourceIp];
  const query = new URLSearchParams(target(request).rawQueryString);
  const multiValueQueryStringParameters = Object.fromEntries(
    [...new Set(query.keys())].map((name) => [name, query.getAll(name)]),
  );
  return {
    headers: lastOfEach(multiValueHeaders),
    multiValueHeaders,
    ...(query.size > 0 && {
      queryStringParameters: lastOfEach(multiValueQueryStringParameters),
      multiValueQueryStringParameters,
    }),
  };
}

const lastOfEach = (values: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all.at(-1) ?? '']));

export const connectEvent = (request: IncomingMessage, facts: ConnectionFacts, authorizer: AuthorizerContext) =>
  socketEvent(
    facts,
    { routeKey: '$connect', eventType: 'CONNECT', ...(authorizer && { authorizer }) },
    handshake(request, facts),
  );

/** Composes the event of a REQUEST authorizer. */
export const authorizerEvent = (request: IncomingMessage, facts: ConnectionFacts, methodArn: string) =>
  socketEvent(
    facts,
    { routeKey: '$connect', eventType: 'CONNECT' },
    { type: 'REQUEST', methodArn, ...handshake(request, facts) },
  );

export const messageEvent = (facts: ConnectionFacts, routeKey: string, body: string, authorizer: AuthorizerContext) =>
  socketEvent(
    facts,
    { routeKey, eventType: 'MESSAGE', messageId: randomUUID(), ...(authorizer && { authorizer }) },
    { body },
  );

export const disconnectEvent = (
  facts: ConnectionFacts,
  closed: { readonly code: number; readonly reason: string },
  authorizer: AuthorizerContext,
) =>
  socketEvent(
    facts,
    {
      routeKey: '$disconnect',
      eventType: 'DISCONNECT',
      disconnectStatusCode: closed.code,
      disconnectReason: closed.reason,
      ...(authorizer && { authorizer }),
    },
    { headers: { Host: facts.domainName }, multiValueHeaders: { Host: [facts.domainName] } },
  );
