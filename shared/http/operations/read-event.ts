import { readEventRequest } from '../requests/read-event.ts';
import type { Operation } from './operation.ts';
import { EventAsRead, notModified, taggedHeader } from './recorded-event.ts';

/** `GET /events/{eventId}` */
export const readEventOperation = {
  summary: 'One event, as it was recorded',
  description:
    'The record never changes: what corrections have made of the event is at `/events/{eventId}/history` (`Link`, rel="version-history"), and on timelines.',
  request: readEventRequest,
  replies: {
    200: { description: 'The event', content: { 'application/json': EventAsRead }, headers: taggedHeader },
    304: notModified,
  },
  problems: ['invalid-request', 'not-found', 'not-yet', 'invalid-cursor'],
} as const satisfies Operation;
