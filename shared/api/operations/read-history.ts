import * as z from 'zod';
import { readHistoryRequest } from '#shared/api/requests/read-history.ts';
import type { Operation } from './operation.ts';
import { listOf } from './query-replies.ts';
import { CorrectedAsRead, EventAsRead } from './recorded-event.ts';

/** `GET /events/{eventId}/history` */
export const readHistoryOperation = {
  summary: 'How an event came to be what it is known to be',
  description:
    'The event as first recorded, every correction with who recorded it and when, and the event as it stands after each; with `asOf` the steps up to then.',
  request: readHistoryRequest,
  replies: listOf('A page of steps, oldest first', z.object({ record: EventAsRead, result: CorrectedAsRead }), {
    id: z.string(),
  }),
  problems: ['invalid-request', 'not-found', 'not-yet', 'invalid-cursor'],
} as const satisfies Operation;
