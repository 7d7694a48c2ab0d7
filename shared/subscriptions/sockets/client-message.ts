import * as z from 'zod';
import { explained } from '#shared/domain/events/explained.ts';
import { text } from '#shared/domain/events/text.ts';
import { HttpProblem, invalidRequest, problem } from '#shared/api/protocol/problem.ts';
import { violationsOf } from '#shared/api/protocol/violations-of.ts';
import { Cursor } from '#shared/api/protocol/cursor-schema.ts';
import { parseStrictJson } from '#shared/api/protocol/strict-json.ts';
import { Filter } from '#shared/subscriptions/filter/filter.ts';

const SubscriptionName = text(100).meta({ description: "The client's own name of a subscription on this connection" });

export const Subscribe = z.strictObject({
  action: z.literal('subscribe'),
  id: SubscriptionName.optional().meta({ description: "The client's own name for it; absent: one is made up" }),
  filter: Filter.default({}),
  after: z
    .union([z.literal('beginning'), Cursor])
    .optional()
    .meta({
      description:
        'Go on after a cursor of a message, of the feed or of a webhook, or from the beginning; absent: from now on',
    }),
});
export type Subscribe = z.output<typeof Subscribe>;

export const Unsubscribe = z.strictObject({ action: z.literal('unsubscribe'), id: SubscriptionName });

export const Ping = z.strictObject({
  action: z.literal('ping'),
  id: text(100).optional().meta({ description: 'Comes back with the pong' }),
});

/** A message of a client. */
export const ClientMessage = z.discriminatedUnion('action', [Subscribe, Unsubscribe, Ping], {
  error: 'expected subscribe, unsubscribe or ping',
});
export type ClientMessage = z.output<typeof ClientMessage>;

/** Parses a message; throws the problem `malformed-json`, or `invalid-request` with every violation. */
export function clientMessageFrom(body: string): ClientMessage {
  const parsed = ClientMessage.safeParse(jsonOf(body), { error: explained });
  if (!parsed.success) throw invalidRequest(violationsOf(parsed.error, 'body'));
  return parsed.data;
}

function jsonOf(body: string): unknown {
  try {
    return parseStrictJson(body);
  } catch (error) {
    throw new HttpProblem(
      problem('malformed-json', { detail: error instanceof Error ? error.message : String(error) }),
    );
  }
}

/** Returns the `id` of a message that may be invalid otherwise, so that its sender recognizes the error. */
export const idIn = (body: string): string | undefined => partOf(body, z.object({ id: z.string().max(100) }))?.id;

const Subscribing = z.object({ action: Subscribe.shape.action });

/** Whether a message, which may be invalid otherwise, asks to read: the other actions send nothing of the record. */
export const asksToRead = (body: string): boolean => partOf(body, Subscribing) !== undefined;

function partOf<Part>(body: string, part: z.ZodType<Part>): Part | undefined {
  try {
    return part.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
