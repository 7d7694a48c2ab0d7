import type { HttpReply } from './http-request.ts';

/** What every reply says to browsers. */
const always = {
  'X-Content-Type-Options': 'nosniff',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'Referrer-Policy': 'no-referrer',
};

/** What a reply may do in a browser unless it says otherwise: nothing, and in no frame. */
const contentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";

/**
 * A reply with the headers that keep browsers and proxies from misusing it. A reply with an entity tag may be kept by its client, who asks
 * each time whether it is current; any other is not stored, unless it says itself how long it lasts.
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
