import * as z from 'zod';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { asOfParameters, DyadPath, ReadHeaders, readParameters } from '#shared/api/protocol/list-parameters.ts';
import { ScaleName } from './score-parameters.ts';

/** `GET /relations/{dyad}` */
export const readRelationRequest = {
  path: DyadPath,
  headers: ReadHeaders,
  query: z.strictObject({
    scale: ScaleName.default('goldstein'),
    ...asOfParameters,
    ...readParameters,
  }),
} as const satisfies RequestContract;
