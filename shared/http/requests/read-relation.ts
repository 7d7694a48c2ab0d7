import * as z from 'zod';
import { type Scale, scales } from '../../domain/score.ts';
import type { RequestContract } from '../parse-request.ts';
import { asOfParameters, ReadHeaders, readParameters } from './list-parameters.ts';

/** `GET /relations/{dyad}` */
export const readRelationRequest = {
  path: z.object({ dyad: z.string().meta({ examples: ['BGD-PAK'] }) }),
  headers: ReadHeaders,
  query: z.strictObject({
    scale: z
      .enum(Object.keys(scales) as Scale[])
      .default('goldstein')
      .meta({ description: 'The scale of the index' }),
    ...asOfParameters,
    ...readParameters,
  }),
} as const satisfies RequestContract;
