import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type {
  APIGatewayEventRequestContextJWTAuthorizer,
  APIGatewayEventRequestContextV2WithAuthorizer,
  APIGatewayProxyEventV2,
  APIGatewayProxyEventV2WithRequestContext,
} from 'aws-lambda';

export interface HttpEventInput {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly routeKey: string;
  readonly pathParameters: Record<string, string> | undefined;
  readonly stageVariables: Record<string, string> | undefined;
  readonly jwt: APIGatewayEventRequestContextJWTAuthorizer['jwt'] | undefined;
  readonly apiId: string;
  readonly accountId: string;
}

/** The event of a route with or without an authorizer. */
export type HttpEvent =
  | APIGatewayProxyEventV2
  | APIGatewayProxyEventV2WithRequestContext<
      APIGatewayEventRequestContextV2WithAuthorizer<APIGatewayEventRequestContextJWTAuthorizer>
    >;

/** Splits a request's target as it was sent. */
export function target(request: IncomingMessage): { rawPath: string; rawQueryString: string } {
  const [rawPath = '/', ...query] = (request.url ?? '/').split('?');
  return { rawPath, rawQueryString: query.join('?') };
}

/** Composes an API Gateway HTTP API event, payload format 2.0; as on AWS, `rawPath` is percent-decoded. */
export function httpEvent(input: HttpEventInput): HttpEvent {
  const { request, body } = input;
  const { rawPath, rawQueryString } = target(request);
  const { cookie, ...headers } = lambdaHeaders(request);
  const now = new Date();
  const path = decoded(rawPath);
  const binary = body.length > 0 && !isText(headers['content-type']);
  const query = joined(new URLSearchParams(rawQueryString));
  const host = headers['host'] ?? '127.0.0.1';

  return {
    version: '2.0',
    routeKey: input.routeKey,
    rawPath: path,
    rawQueryString,
    ...(cookie !== undefined && { cookies: cookie.split(/; */) }),
    headers,
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    requestContext: {
      accountId: input.accountId,
      apiId: input.apiId,
      ...(input.jwt !== undefined && { authorizer: { jwt: input.jwt } }),
      domainName: host,
      domainPrefix: host.split('.')[0] ?? host,
      http: {
        method: request.method ?? 'GET',
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: input.routeKey,
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: now.getTime(),
    },
    ...(input.pathParameters !== undefined && { pathParameters: input.pathParameters }),
    ...(input.stageVariables !== undefined && { stageVariables: input.stageVariables }),
    ...(body.length > 0 && { body: body.toString(binary ? 'base64' : 'utf8') }),
    isBase64Encoded: binary,
  };
}

/**
 * Joins repeated headers, leaves out those of the connection and adds those of API Gateway; names are in lower case.
 */
function lambdaHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct))
    if (!['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'expect'].includes(name))
      headers[name] = (values ?? []).join(name === 'cookie' ? '; ' : ',');
  return {
    ...headers,
    'x-forwarded-for': request.socket.remoteAddress ?? '127.0.0.1',
    'x-forwarded-port': String(request.socket.localPort),
    'x-forwarded-proto': 'http',
  };
}

function isText(contentType: string | undefined): boolean {
  if (contentType === undefined) return true;
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return /^text\/|^application\/(json|xml|javascript)$|\+(json|xml)$/.test(mediaType);
}

function joined(parameters: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name).join(',')]));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** `12/Mar/2020:19:03:58 +0000` */
export function commonLogTime(at: Date): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(at.toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}
