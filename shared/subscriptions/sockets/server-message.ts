import * as z from 'zod';

const subscription = z.string().meta({ description: "The subscription's name" });
const cursor = z.string().meta({ description: 'Subscribe after it to go on from here' });
const id = z.string().optional().meta({ description: 'The `id` of the message that is answered' });

export const Subscribed = z.object({ type: z.literal('subscribed'), subscription, cursor });
export const Unsubscribed = z.object({ type: z.literal('unsubscribed'), subscription });

/** An event, as a CloudEvents 1.0 event. */
export const EventSent = z.object({
  type: z.literal('event'),
  subscription,
  cursor,
  event: z.looseObject({ id: z.string(), type: z.string(), position: z.int() }),
});

/** Nothing up to here is wanted that has not been sent. */
export const CursorSent = z.object({ type: z.literal('cursor'), subscription, cursor });

export const Pong = z.object({ type: z.literal('pong'), id });

/** A message was not understood or not possible; the connection stays. */
export const ErrorSent = z.object({
  type: z.literal('error'),
  id,
  problem: z.looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z
      .array(z.object({ pointer: z.string().optional(), detail: z.string() }))
      .readonly()
      .optional(),
  }),
});

/** Why the server ends a connection: its last message says so. */
export const ClosingReason = z.enum(['token-expired', 'not-reading', 'interrupted']);
export type ClosingReason = z.output<typeof ClosingReason>;

export const Closing = z.object({ type: z.literal('closing'), reason: ClosingReason, detail: z.string() });

/** What the server says. */
export const ServerMessage = z.discriminatedUnion('type', [
  Subscribed,
  Unsubscribed,
  EventSent,
  CursorSent,
  Pong,
  ErrorSent,
  Closing,
]);
export type ServerMessage = z.output<typeof ServerMessage>;
