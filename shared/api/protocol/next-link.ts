import type { HttpRequest } from './http-request.ts';

/** The `Link` header (RFC 8288) of the next page: the same request with this parameter set. */
export function nextLink(request: HttpRequest, parameter: string, cursor: string | null): Record<string, string> {
  if (cursor === null) return {};
  const query = new URLSearchParams(request.rawQueryString);
  query.set(parameter, cursor);
  return { Link: `<${request.rawPath}?${query.toString()}>; rel="next"` };
}
