import * as z from 'zod';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { asOfParameters, ReadHeaders, readParameters } from '#shared/api/protocol/list-parameters.ts';
import { OnDay } from '#shared/api/protocol/lifecycle-parameters.ts';

/** `GET /agreements/{agreementId}` */
export const readAgreementRequest = {
  path: z.object({
    agreementId: z
      .string()
      .meta({ description: 'What follows `agreement/` in its stream', examples: ['tripartite-1974'] }),
  }),
  headers: ReadHeaders,
  query: z.strictObject({ ...asOfParameters, ...readParameters, on: OnDay }),
} as const satisfies RequestContract;
