import type { HttpRequest } from './http-request.ts';
import { HttpProblem, problem } from './problem.ts';

/** Bytes in a body: below the 6 MB that Lambda takes in one invocation. */
export const maxBodyBytes = 5 * 1024 * 1024;

const jsonMediaType = /^application\/(?:json|[\w.-]+\+json)\s*(?:;|$)/i;

/** The body as JSON; throws the problem `unsupported-media-type`, `payload-too-large` or `malformed-json`. */
export function bodyOf(request: HttpRequest): unknown {
  const mediaType = request.headers['content-type'] ?? '';
  if (!jsonMediaType.test(mediaType)) {
    const got = mediaType === '' ? 'none' : mediaType;
    throw new HttpProblem(
      problem('unsupported-media-type', { detail: `Expected Content-Type: application/json, got ${got}` }),
      { 'Accept-Post': 'application/json' },
    );
  }
  const { body = '', isBase64Encoded } = request;
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString() : body;
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBodyBytes) {
    throw new HttpProblem(
      problem('payload-too-large', { detail: `A body holds at most ${maxBodyBytes} bytes, not ${bytes}` }),
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const detail = error instanceof SyntaxError ? error.message : String(error);
    throw new HttpProblem(problem('malformed-json', { detail }));
  }
}
