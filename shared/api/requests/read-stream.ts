import * as z from 'zod';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { Cursor, PageLimit, ReadHeaders, readParameters } from '#shared/api/protocol/list-parameters.ts';
import { StreamPath } from './stream-path.ts';

/** `GET /streams/{category}/{id}/events` */
export const readStreamRequest = {
  path: StreamPath,
  headers: ReadHeaders,
  query: z.strictObject({
    from: z.coerce.number().int().min(1).optional().meta({ description: 'The version to start with' }),
    limit: PageLimit,
    direction: z.enum(['forward', 'backward']).default('forward'),
    cursor: Cursor.optional(),
    ...readParameters,
  }),
} as const satisfies RequestContract;
