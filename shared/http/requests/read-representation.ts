import * as z from 'zod';
import type { RequestContract } from '../parse-request.ts';
import { asOfParameters, ReadHeaders, readParameters } from './list-parameters.ts';
import { OnDay } from './register-parameters.ts';

/** `GET /relations/{dyad}/representation` */
export const readRepresentationRequest = {
  path: z.object({ dyad: z.string().meta({ examples: ['BGD-PAK'] }) }),
  headers: ReadHeaders,
  query: z.strictObject({ ...asOfParameters, ...readParameters, on: OnDay }),
} as const satisfies RequestContract;
