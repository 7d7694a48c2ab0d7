import type { HttpRequest } from '#shared/api/protocol/http-request.ts';
import type { HttpProblem } from '#shared/api/protocol/problem.ts';
import { problemOf } from '#shared/api/protocol/problem-of.ts';

/** A request as API Gateway hands it to a function. */
export interface Given {
  /** `METHOD path` of the route table; only functions that answer several ask for it. */
  readonly route?: string;
  readonly method?: string;
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is a text, which is sent as it is. */
  readonly body?: unknown;
  readonly isBase64Encoded?: boolean;
  /** Who calls; absent: a caller without token. */
  readonly subject?: string;
}

/** An event of an HTTP API (payload format 2.0): header names in lower case, parameters decoded. */
export function request(given: Given = {}): HttpRequest {
  const {
    method = 'GET',
    path = '/',
    route = `${method} ${path}`,
    query = {},
    parameters,
    headers = {},
    body,
    isBase64Encoded = false,
    subject,
  } = given;
  return {
    routeKey: route,
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    ...(parameters !== undefined && { pathParameters: parameters }),
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    isBase64Encoded,
    requestContext: {
      requestId: 'request-1',
      http: { method },
      ...(subject !== undefined && { authorizer: { jwt: { claims: { sub: subject } } } }),
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
