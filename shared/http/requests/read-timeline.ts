import type { RequestContract } from '../parse-request.ts';
import { EventListQuery } from './event-list-query.ts';
import { DyadPath, ReadHeaders } from './list-parameters.ts';

/** `GET /relations/{dyad}/timeline` */
export const readTimelineRequest = {
  path: DyadPath,
  headers: ReadHeaders,
  query: EventListQuery,
} as const satisfies RequestContract;
