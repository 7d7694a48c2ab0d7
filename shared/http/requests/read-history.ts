import type { RequestContract } from '../parse-request.ts';
import { readEventRequest } from './read-event.ts';

/** `GET /events/{eventId}/history` */
export const readHistoryRequest = { path: readEventRequest.path } as const satisfies RequestContract;
