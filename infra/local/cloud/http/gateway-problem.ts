import type { HttpResponse } from './http-response.ts';

/** Responses of the gateway itself: API Gateway's status and its `message`. */
const problems = {
  unauthorized: { status: 401, message: 'Unauthorized' },
  forbidden: { status: 403, message: 'Forbidden' },
  'not-found': { status: 404, message: 'Not Found' },
  'payload-too-large': { status: 413, message: 'Request Entity Too Large' },
  'internal-error': { status: 500, message: 'Internal Server Error' },
  unavailable: { status: 503, message: 'Service Unavailable' },
} as const;

/**
 * Composes a refusal by the gateway. API Gateway sends only `{"message": …}`; this is a superset in RFC 9457's terms
 * that adds the reason, so clients must rely on no more than the status and `message`.
 */
export function gatewayProblem(
  problem: keyof typeof problems,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  const { status, message } = problems[problem];
  const document = { type: `urn:chancery:problem:${problem}`, title: message, status, detail, message };
  return {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: Buffer.from(JSON.stringify(document)),
  };
}
