import * as z from 'zod';
import { text } from '../../domain/text.ts';
import type { RequestContract } from '../parse-request.ts';
import { asOfParameters, Cursor, ReadHeaders, readParameters } from './list-parameters.ts';

/** `GET /people` */
export const findPeopleRequest = {
  query: z.strictObject({
    name: text(120).meta({
      description: 'A name as somebody spells it, with or without rank',
      examples: ['Lt Gen Kamrul Hasan'],
    }),
    ...asOfParameters,
    ...readParameters,
    limit: z.coerce
      .number('Expected a number from 1 to 50')
      .int()
      .min(1)
      .max(50)
      .default(20)
      .meta({ description: 'People in a page' }),
    cursor: Cursor.optional(),
  }),
  headers: ReadHeaders,
} as const satisfies RequestContract;
