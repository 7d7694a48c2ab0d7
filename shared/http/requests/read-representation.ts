import * as z from 'zod';
import type { RequestContract } from '../parse-request.ts';
import { asOfParameters, DyadPath, ReadHeaders, readParameters } from './list-parameters.ts';
import { OnDay } from './register-parameters.ts';

/** `GET /relations/{dyad}/representation` */
export const readRepresentationRequest = {
  path: DyadPath,
  headers: ReadHeaders,
  query: z.strictObject({ ...asOfParameters, ...readParameters, on: OnDay }),
} as const satisfies RequestContract;
