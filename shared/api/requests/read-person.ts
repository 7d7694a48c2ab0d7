import * as z from 'zod';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { asOfParameters, ReadHeaders, readParameters } from '#shared/api/protocol/list-parameters.ts';

/** `GET /people/{personId}` */
export const readPersonRequest = {
  path: z.object({
    personId: z.string().meta({ description: 'The id of a person', examples: ['person:bgd-kamr-ul-hassan'] }),
  }),
  query: z.strictObject({ ...asOfParameters, ...readParameters }),
  headers: ReadHeaders,
} as const satisfies RequestContract;
