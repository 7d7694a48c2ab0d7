import * as z from 'zod';
import { text } from '#shared/domain/events/text.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import {
  asOfParameters,
  Cursor,
  ReadHeaders,
  readParameters,
  wholeNumber,
} from '#shared/api/protocol/list-parameters.ts';

/** `GET /people` */
export const findPeopleRequest = {
  query: z.strictObject({
    name: text(120).meta({
      description: 'A name as somebody spells it, with or without rank',
      examples: ['Lt Gen Kamrul Hasan'],
    }),
    ...asOfParameters,
    ...readParameters,
    limit: wholeNumber(1, 50).default(20).meta({ description: 'People in a page' }),
    cursor: Cursor.optional(),
  }),
  headers: ReadHeaders,
} as const satisfies RequestContract;
