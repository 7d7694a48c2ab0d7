import { readEventRequest } from '../requests/read-event.ts';
import type { Operation } from './operation.ts';
import { EventAsRead, notModified, taggedHeader } from './recorded-event.ts';

/** `GET /events/{eventId}` */
export const readEventOperation = {
  summary: 'One event',
  request: readEventRequest,
  replies: {
    200: { description: 'The event', content: { 'application/json': EventAsRead }, headers: taggedHeader },
    304: notModified,
  },
  problems: ['invalid-request', 'not-found', 'not-yet', 'invalid-cursor'],
} as const satisfies Operation;
