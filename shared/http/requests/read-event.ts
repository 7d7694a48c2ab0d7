import * as z from 'zod';
import type { RequestContract } from '../parse-request.ts';

/** `GET /events/{eventId}` */
export const readEventRequest = {
  path: z.object({ eventId: z.string().meta({ description: 'The id of an event', examples: ['relation.BGD-PAK.7'] }) }),
} as const satisfies RequestContract;
