import type { HttpReply } from './http-request.ts';

/** The security headers of every response. */
const always = {
  'X-Content-Type-Options': 'nosniff',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'Referrer-Policy': 'no-referrer',
};

/** The default content security policy: nothing, and in no frame. */
const contentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";

/**
 * Adds security headers. A response with an entity tag may be cached and is revalidated each time; any other is not
 * stored unless it has a lifetime of its own.
 */
export function withSecurityHeaders(reply: HttpReply): HttpReply {
  const caching = reply.headers.ETag === undefined ? 'no-store' : 'private, no-cache';
  const headers = {
    ...always,
    'Content-Security-Policy': contentSecurityPolicy,
    'Cache-Control': caching,
    ...reply.headers,
  };
  return { ...reply, headers };
}
