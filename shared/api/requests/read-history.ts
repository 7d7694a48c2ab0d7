import * as z from 'zod';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import {
  asOfParameters,
  Cursor,
  ReadHeaders,
  readParameters,
  wholeNumber,
} from '#shared/api/protocol/list-parameters.ts';
import { EventPath } from './read-event.ts';

/** `GET /events/{eventId}/history` */
export const readHistoryRequest = {
  headers: ReadHeaders,
  query: z.strictObject({
    ...asOfParameters,
    ...readParameters,
    limit: wholeNumber(1, 50).default(50).meta({ description: 'Steps in a page: each has a whole event in it' }),
    cursor: Cursor.optional(),
  }),
  path: EventPath,
} as const satisfies RequestContract;
