import * as z from 'zod';
import { EventId } from '../../domain/event-id.ts';
import type { Operation } from './operation.ts';
import { EventAsRead } from './recorded-event.ts';

/** `GET /events/{eventId}` */
export const readEventOperation = {
  summary: 'One event',
  request: { path: z.object({ eventId: EventId }) },
  replies: { 200: { description: 'The event', content: { 'application/json': EventAsRead } } },
  problems: ['invalid-request', 'not-found'],
} as const satisfies Operation;
