import * as z from 'zod';
import { StreamPath } from './append-events.ts';
import type { Operation } from './operation.ts';
import { Cursor, EventAsRead, linkHeader, pageLimit, pageOf } from './recorded-event.ts';

/** `GET /streams/{category}/{id}/events` */
export const readStreamOperation = {
  summary: 'The events of a stream',
  description: 'Straight from the ledger: an event that was acknowledged is here.',
  request: {
    path: StreamPath,
    query: z.strictObject({
      from: z.coerce.number().int().min(1).optional().meta({ description: 'The version to start with' }),
      limit: pageLimit,
      direction: z.enum(['forward', 'backward']).default('forward'),
      cursor: Cursor.optional(),
    }),
  },
  replies: {
    200: {
      description: 'A page of events',
      content: { 'application/json': pageOf(EventAsRead, Cursor.nullable()) },
      headers: linkHeader.extend({ ETag: z.string().meta({ description: "The stream's version" }) }),
    },
  },
  problems: ['invalid-request', 'invalid-cursor', 'not-found'],
} as const satisfies Operation;
