import * as z from 'zod';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { maxWaitSeconds } from '#shared/api/protocol/preconditions.ts';
import { byOneName, filterParameters } from '#shared/api/protocol/filter-parameters.ts';
import { Cursor, PageLimit, TagHeader, wholeNumber } from '#shared/api/protocol/list-parameters.ts';

/** `GET /events` */
export const readFeedRequest = {
  headers: TagHeader,
  query: z
    .strictObject({
      after: Cursor.optional(),
      limit: PageLimit,
      wait: wholeNumber(0, maxWaitSeconds)
        .default(0)
        .meta({ description: 'Seconds to wait for an event when there is none' }),
      ...filterParameters,
    })
    .superRefine(byOneName),
} as const satisfies RequestContract;
