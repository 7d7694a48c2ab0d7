import * as z from 'zod';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { asOfParameters, ReadHeaders, readParameters } from '#shared/api/protocol/list-parameters.ts';

/** `GET /contacts/{quarter}` */
export const readContactsRequest = {
  path: z.object({
    quarter: z
      .string()
      .regex(/^\d{4}-Q[1-4]$/, 'Expected a quarter, such as 2025-Q1')
      .meta({ examples: ['2025-Q1'] }),
  }),
  headers: ReadHeaders,
  query: z.strictObject({
    party: PartyCode.optional().meta({
      description: "Only this party, those it was in contact with, and their contacts with each other; ranks stay the whole network's", // prettier-ignore
    }),
    ...asOfParameters,
    ...readParameters,
  }),
} as const satisfies RequestContract;
