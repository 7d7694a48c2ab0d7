import { readEventRequest } from './read-event.ts';

/** `GET /events/{eventId}/history` */
export const readHistoryRequest = readEventRequest;
