import * as z from 'zod';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { asOfParameters, DyadPath, ReadHeaders, readParameters } from '#shared/api/protocol/list-parameters.ts';
import { OnDay } from '#shared/api/protocol/lifecycle-parameters.ts';

/** `GET /relations/{dyad}/representation` */
export const readRepresentationRequest = {
  path: DyadPath,
  headers: ReadHeaders,
  query: z.strictObject({ ...asOfParameters, ...readParameters, on: OnDay }),
} as const satisfies RequestContract;
