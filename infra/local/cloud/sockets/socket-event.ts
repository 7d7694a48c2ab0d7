import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { commonLogTime, target } from '#infra/local/cloud/http/http-event.ts';

/** What stays the same for all events of a connection. */
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

/** What the authorizer said of the caller; every value is text, as API Gateway hands it to functions. */
export type AuthorizerContext = Readonly<Record<string, string>> | undefined;

interface Occasion {
  readonly routeKey: string;
  readonly eventType: 'CONNECT' | 'MESSAGE' | 'DISCONNECT';
  readonly authorizer?: AuthorizerContext;
  readonly messageId?: string;
  readonly disconnectStatusCode?: number;
  readonly disconnectReason?: string;
}

/** Source: the API Gateway developer guide, "WebSocket API mapping template reference", and its example of a REQUEST authorizer. */
function requestContext(facts: ConnectionFacts, { authorizer, ...occasion }: Occasion) {
  const now = new Date();
  const requestId = randomUUID();
  return {
    ...occasion,
    ...(authorizer !== undefined && { authorizer }),
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

/** An event of a connection and the id by which its failure is reported. */
export interface SocketEvent {
  readonly requestId: string;
  readonly event: Readonly<Record<string, unknown>>;
}

function socketEvent(facts: ConnectionFacts, occasion: Occasion, more: Record<string, unknown>): SocketEvent {
  const context = requestContext(facts, occasion);
  const { stageVariables } = facts;
  return {
    requestId: context.requestId,
    event: {
      ...more,
      ...(stageVariables !== undefined && { stageVariables }),
      requestContext: context,
      isBase64Encoded: false,
    },
  };
}

/** Headers and query of the handshake, as they came and with all their values. */
function handshake(request: IncomingMessage, facts: ConnectionFacts): Record<string, unknown> {
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

/** What a REQUEST authorizer is asked. */
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
