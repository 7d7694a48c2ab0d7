import * as z from 'zod';
import type { RequestContract } from '../parse-request.ts';
import { ReadHeaders, readParameters } from './list-parameters.ts';

/** `GET /events/{eventId}` */
export const readEventRequest = {
  headers: ReadHeaders,
  query: z.strictObject(readParameters),
  path: z.object({ eventId: z.string().meta({ description: 'The id of an event', examples: ['relation.BGD-PAK.7'] }) }),
} as const satisfies RequestContract;
