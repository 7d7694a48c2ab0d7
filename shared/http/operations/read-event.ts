import { readEventRequest } from '../requests/read-event.ts';
import type { Operation } from './operation.ts';
import { EventAsRead } from './recorded-event.ts';

/** `GET /events/{eventId}` */
export const readEventOperation = {
  summary: 'One event',
  request: readEventRequest,
  replies: { 200: { description: 'The event', content: { 'application/json': EventAsRead } } },
  problems: ['invalid-request', 'not-found'],
} as const satisfies Operation;
