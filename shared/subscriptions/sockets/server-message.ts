import * as z from 'zod';

const subscription = z.string().meta({ description: "The subscription's name" });
const cursor = z.string().meta({ description: 'Subscribe after it to go on from here' });
const id = z.string().optional().meta({ description: 'The `id` of the message that this responds to' });

export const Subscribed = z.object({ type: z.literal('subscribed'), subscription, cursor });
export const Unsubscribed = z.object({ type: z.literal('unsubscribed'), subscription });

/** An event, as a CloudEvents 1.0 event. */
export const EventSent = z.object({
  type: z.literal('event'),
  subscription,
  cursor,
  event: z.looseObject({ id: z.string(), type: z.string(), position: z.int() }),
});

/** All wanted events up to here are sent. */
export const CursorSent = z.object({ type: z.literal('cursor'), subscription, cursor });

export const Pong = z.object({ type: z.literal('pong'), id });

/** Refuses a message; the connection stays. */
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

/** The reason why the server ends a connection, in its last message. */
export const ClosingReason = z.enum(['token-expired', 'not-reading', 'interrupted']);
export type ClosingReason = z.output<typeof ClosingReason>;

export const Closing = z.object({ type: z.literal('closing'), reason: ClosingReason, detail: z.string() });

/** A message of the server. */
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
