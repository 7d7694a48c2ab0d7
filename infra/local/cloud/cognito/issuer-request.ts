import type { IncomingMessage } from 'node:http';
import { target } from '#infra/local/cloud/http/http-event.ts';
import type { Body } from '#infra/local/cloud/http/http-server.ts';

/** A request to the issuer. */
export interface IssuerRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization?: string | undefined;
  readonly cookie?: string | undefined;
  readonly body: string;
}

/** Reads from a request what the issuer needs. */
export function issuerRequest(request: IncomingMessage, body: Body): IssuerRequest {
  const { rawPath, rawQueryString } = target(request);
  const { authorization, cookie } = request.headers;
  return {
    method: request.method ?? 'GET',
    path: rawPath,
    query: new URLSearchParams(rawQueryString),
    authorization,
    cookie,
    body: body?.toString() ?? '',
  };
}
