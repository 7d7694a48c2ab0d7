import { createHash } from 'node:crypto';
import type { HttpReply, HttpRequest } from './http-request.ts';

/** Adds a weak entity tag of the body; leaves the body out when the client has it (RFC 9110, `If-None-Match`). */
export function conditional({ headers }: Pick<HttpRequest, 'headers'>, reply: HttpReply): HttpReply {
  if (reply.statusCode !== 200 || reply.headers.ETag !== undefined) return reply;
  const ETag = `W/"${createHash('sha256').update(reply.body).digest('base64url').slice(0, 22)}"`;
  const { Vary = 'Accept' } = reply.headers;
  return unlessKnown({ headers }, { ...reply, headers: { ...reply.headers, ETag, Vary } });
}

/** A tagged reply, without the body where the client names its entity tag. */
export function unlessKnown({ headers }: Pick<HttpRequest, 'headers'>, reply: HttpReply): HttpReply {
  const { ETag = '' } = reply.headers;
  if (!matches(headers['if-none-match'], ETag)) return reply;
  const kept = Object.entries(reply.headers).filter(([name]) => kinds.has(name));
  return { statusCode: 304, headers: Object.fromEntries(kept), body: '' };
}

/** The headers of a 200 that a 304 repeats (RFC 9110), with the next page's link and the security policy. */
const kinds = new Set(['ETag', 'Vary', 'Cache-Control', 'Link', 'Content-Security-Policy']);

/** Whether one of a list of entity tags is this one, strong or weak, or any will do. */
const matches = (listed: string | undefined, etag: string): boolean =>
  (listed ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag.replace(/^W\//, ''));
