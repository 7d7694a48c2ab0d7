import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { HttpRequest } from '#shared/api/protocol/http-request.ts';
import type { HttpProblem } from '#shared/api/protocol/problem.ts';
import { problemOf } from '#shared/api/protocol/problem-of.ts';
import { routeOf } from './route-of.ts';

/** A request as API Gateway hands it to a function. */
export interface Given {
  /** The key of a route; absent: that of the method and the path. */
  readonly route?: string;
  readonly method?: string;
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is a text, which is sent as it is. */
  readonly body?: unknown;
  readonly isBase64Encoded?: boolean;
  /** The token's subject; absent: a caller without token. */
  readonly subject?: string;
  /** The token's other claims; absent: those of the client `desk-id`. */
  readonly claims?: Readonly<Record<string, string>>;
  /** When the gateway took it, in milliseconds; absent: now. */
  readonly arrivedAt?: number;
}

/** An event of an HTTP API (payload format 2.0): header names in lower case, path and parameters decoded. */
export function request(given: Given = {}): HttpRequest & APIGatewayProxyEventV2 {
  const { query = {}, headers = {}, body, isBase64Encoded = false, subject } = given;
  const { claims = { client_id: 'desk-id' }, arrivedAt = Date.now() } = given;
  const [methodOfRoute, pathOfRoute = '/'] = given.route?.split(' ') ?? [];
  const { method = methodOfRoute ?? 'GET', path = pathOfRoute } = given;
  const chosen = routeOf(method, path);
  const { route: routeKey = chosen.routeKey, parameters = chosen.parameters } = given;
  const rawPath = decodeURIComponent(path);
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    ...(parameters !== undefined && { pathParameters: parameters }),
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    isBase64Encoded,
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'api.example',
      domainPrefix: 'api',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'request-1',
      routeKey,
      stage: '$default',
      time: '01/Jan/2025:00:00:00 +0000',
      timeEpoch: arrivedAt,
      ...(subject !== undefined && { authorizer: { jwt: { claims: { sub: subject, ...claims } } } }),
    },
  };
}

/** The problem that something is refused with. */
export function problemOfRefused(work: () => unknown): HttpProblem {
  try {
    work();
  } catch (error) {
    const known = problemOf(error);
    if (known === undefined) throw error;
    return known;
  }
  throw new Error('It was not refused');
}
