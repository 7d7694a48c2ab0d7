import * as z from 'zod';
import { readHistoryRequest } from '../requests/read-history.ts';
import type { Operation } from './operation.ts';
import { CorrectedAsRead, EventAsRead, notModified, taggedHeader } from './recorded-event.ts';

/** `GET /events/{eventId}/history` */
export const readHistoryOperation = {
  summary: 'How an event came to be what it is known to be',
  description:
    'The event as first recorded, every correction with who recorded it and when, and the event as it stands after each.',
  request: readHistoryRequest,
  replies: {
    200: {
      description: 'The steps, oldest first',
      content: {
        'application/json': z.object({
          id: z.string(),
          steps: z.array(z.object({ record: EventAsRead, result: CorrectedAsRead })),
        }),
      },
      headers: taggedHeader,
    },
    304: notModified,
  },
  problems: ['invalid-request', 'not-found', 'not-yet', 'invalid-cursor'],
} as const satisfies Operation;
