import * as z from 'zod';
import { maxWaitSeconds } from '../preconditions.ts';
import type { Operation } from './operation.ts';
import { Cursor, EventAsRead, linkHeader, pageLimit, pageOf } from './recorded-event.ts';

/** `GET /events` */
export const readFeedOperation = {
  summary: 'The feed: every event in the global order',
  description: '`next` is always a cursor: pass it as `after` to go on, also from the end, with `wait` as a long poll.',
  request: {
    query: z.strictObject({
      after: Cursor.optional(),
      limit: pageLimit,
      wait: z.coerce
        .number()
        .int()
        .min(0)
        .max(maxWaitSeconds)
        .default(0)
        .meta({ description: 'Seconds to wait for an event when there is none' }),
    }),
  },
  replies: {
    200: {
      description: 'A page of events',
      content: { 'application/json': pageOf(EventAsRead, Cursor) },
      headers: linkHeader,
    },
  },
  problems: ['invalid-request', 'invalid-cursor'],
} as const satisfies Operation;
