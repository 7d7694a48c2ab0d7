import type { HttpRequest } from './http-request.ts';
import { HttpProblem, problem } from './problem.ts';
import { parseStrictJson } from './strict-json.ts';

/** Bytes in a body: below the 6 MB that Lambda takes in one invocation. */
export const maxBodyBytes = 5 * 1024 * 1024;

const jsonMediaType = /^application\/(?:json|[\w.-]+\+json)\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

/**
 * The body as JSON; no body of no media type is an empty object, for where all is optional. Throws the problem
 * `unsupported-media-type`, `payload-too-large` or `malformed-json`.
 */
export function bodyOf(request: HttpRequest): unknown {
  if (request.headers['content-type'] === undefined && (request.body ?? '') === '') return {};
  const { 'content-type': mediaType = 'none', 'content-encoding': encoding = 'identity' } = request.headers;
  if (!jsonMediaType.test(mediaType))
    throw unsupported(`Expected Content-Type: application/json in UTF-8, got ${mediaType}`);
  if (encoding !== 'identity') throw unsupported(`Expected a body without Content-Encoding, got ${encoding}`);
  const { body = '', isBase64Encoded } = request;
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString() : body;
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBodyBytes) {
    throw new HttpProblem(
      problem('payload-too-large', { detail: `A body holds at most ${maxBodyBytes} bytes, not ${bytes}` }),
    );
  }
  try {
    return parseStrictJson(text);
  } catch (error) {
    const detail = error instanceof SyntaxError ? error.message : String(error);
    throw new HttpProblem(problem('malformed-json', { detail }));
  }
}

const unsupported = (detail: string): HttpProblem =>
  new HttpProblem(problem('unsupported-media-type', { detail }), { 'Accept-Post': 'application/json' });
