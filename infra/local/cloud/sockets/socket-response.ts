import * as z from 'zod';
import { timedOut } from '#infra/local/cloud/lambda/execution-environment.ts';
import type { SocketEvent } from './socket-event.ts';
import type { SocketRoute } from './socket-routes.ts';
import { within } from '#infra/local/cloud/within.ts';

/** What a route's function answered, or how the gateway itself says that there is no answer. */
export type SocketAnswer =
  | { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string | undefined }
  | { readonly failure: 'Internal server error' | 'Endpoint request timed out' };

/** API Gateway takes nothing for an answer that has no status. */
const answerSchema = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).nullish(),
  body: z.string().nullish(),
});

/** Hands an event to the function of a route. */
export async function answerOf({ fn, timeoutMs }: SocketRoute, { event }: SocketEvent): Promise<SocketAnswer> {
  const outcome = await within(timeoutMs, fn.invoke(event));
  if (outcome === undefined || timedOut(outcome)) return { failure: 'Endpoint request timed out' };
  if (outcome.error !== undefined) return { failure: 'Internal server error' };
  const answer = answerSchema.safeParse(JSON.parse(outcome.payload));
  if (!answer.success) return { failure: 'Internal server error' };
  const { statusCode, headers, body } = answer.data;
  const named = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return { status: statusCode, headers: Object.fromEntries(named), body: body ?? undefined };
}
