import * as z from 'zod';

export interface HttpResponse {
  readonly status: number;
  /** `set-cookie` alone may have several values. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

const structuredSchema = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/**
 * Reads a function's result in payload format 2.0: an object with `statusCode`, or anything else as a JSON body with
 * status 200. Returns `undefined` when it is neither: API Gateway responds with 500.
 */
export function httpResponse(payload: string): HttpResponse | undefined {
  const result: unknown = JSON.parse(payload);
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    const body = Buffer.from(typeof result === 'string' ? result : payload);
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  }
  const structured = structuredSchema.safeParse(result);
  if (!structured.success) return undefined;
  const { statusCode, headers, cookies, body, isBase64Encoded } = structured.data;
  const named = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    status: statusCode,
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      ...Object.fromEntries(named),
      ...(cookies != null && cookies.length > 0 && { 'set-cookie': cookies }),
    },
    body: Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8'),
  };
}
