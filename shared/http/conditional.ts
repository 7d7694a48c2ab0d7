import { createHash } from 'node:crypto';
import type { HttpReply, HttpRequest } from './http-request.ts';

/** A reply with a weak entity tag of its body, and without the body where the client has it already (RFC 9110, `If-None-Match`). */
export function conditional({ headers }: HttpRequest, reply: HttpReply): HttpReply {
  if (reply.statusCode !== 200 || reply.headers.ETag !== undefined) return reply;
  const ETag = `W/"${createHash('sha256').update(reply.body).digest('base64url').slice(0, 22)}"`;
  const tagged = { ...reply, headers: { ...reply.headers, ETag, Vary: 'Accept' } };
  if (!matches(headers['if-none-match'], ETag)) return tagged;
  const { Link } = reply.headers;
  return { statusCode: 304, headers: { ETag, Vary: 'Accept', ...(Link !== undefined && { Link }) }, body: '' };
}

/** Whether one of a list of entity tags is this one, strong or weak, or any will do. */
const matches = (listed: string | undefined, etag: string): boolean =>
  (listed ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag.replace(/^W\//, ''));
