import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { EventListQuery } from '#shared/api/protocol/event-list-query.ts';
import { DyadPath, ReadHeaders } from '#shared/api/protocol/list-parameters.ts';

/** `GET /relations/{dyad}/timeline` */
export const readTimelineRequest = {
  path: DyadPath,
  headers: ReadHeaders,
  query: EventListQuery,
} as const satisfies RequestContract;
