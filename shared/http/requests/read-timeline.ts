import * as z from 'zod';
import type { RequestContract } from '../parse-request.ts';
import { EventListQuery } from './event-list-query.ts';
import { ReadHeaders } from './list-parameters.ts';

/** `GET /relations/{dyad}/timeline` */
export const readTimelineRequest = {
  path: z.object({ dyad: z.string().meta({ examples: ['BGD-PAK'] }) }),
  headers: ReadHeaders,
  query: EventListQuery,
} as const satisfies RequestContract;
