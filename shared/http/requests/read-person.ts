import * as z from 'zod';
import type { RequestContract } from '../parse-request.ts';
import { Instant } from './list-parameters.ts';

/** `GET /people/{personId}` */
export const readPersonRequest = {
  path: z.object({
    personId: z.string().meta({ description: 'The id of a person', examples: ['person:bgd-kamr-ul-hassan'] }),
  }),
  query: z.strictObject({
    asOf: Instant.optional().meta({ description: 'What was known then: the record as it was at this instant' }),
  }),
} as const satisfies RequestContract;
