import * as z from 'zod';
import { timedOut } from '#infra/local/cloud/lambda/execution-environment.ts';
import type { SocketEvent } from './socket-event.ts';
import type { SocketRoute } from './socket-routes.ts';
import { within } from '#infra/local/cloud/within.ts';

/** The response of a route's function, or the gateway's own message that there is none. */
export type SocketResponse =
  | { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string | undefined }
  | { readonly failure: 'Internal server error' | 'Endpoint request timed out' };

/** API Gateway accepts a response with a status only. */
const responseSchema = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).nullish(),
  body: z.string().nullish(),
});

/** Invokes the function of a route. */
export async function responseOf({ fn, timeoutMs }: SocketRoute, event: SocketEvent): Promise<SocketResponse> {
  const outcome = await within(timeoutMs, fn.invoke(event));
  if (outcome === undefined || timedOut(outcome)) return { failure: 'Endpoint request timed out' };
  if (outcome.error !== undefined) return { failure: 'Internal server error' };
  const response = responseSchema.safeParse(JSON.parse(outcome.payload));
  if (!response.success) return { failure: 'Internal server error' };
  const { statusCode, headers, body } = response.data;
  const named = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return { status: statusCode, headers: Object.fromEntries(named), body: body ?? undefined };
}
