import * as z from 'zod';
import { visitStatuses } from '#shared/domain/lifecycles/visit.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import {
  commaSeparated,
  Day,
  inOrder,
  notInOrder,
  ReadHeaders,
  wholeNumber,
} from '#shared/api/protocol/list-parameters.ts';
import {
  eitherPartyOrDyad,
  notPartyOrDyad,
  OnDay,
  lifecycleParameters,
} from '#shared/api/protocol/lifecycle-parameters.ts';

/** `GET /visits` */
export const readVisitsRequest = {
  headers: ReadHeaders,
  query: z
    .strictObject({
      ...lifecycleParameters,
      on: OnDay,
      from: Day.optional().meta({ description: 'Visits of which a day may be this one or later' }),
      to: Day.optional().meta({ description: 'Visits of which a day may be this one or earlier' }),
      status: commaSeparated(visitStatuses)
        .optional()
        .meta({ description: `${visitStatuses.join(', ')}; separated by commas` }),
      limit: wholeNumber(1, 1000)
        .optional()
        .meta({ description: 'Items in a page; without it 100, and 1000 in a calendar' }),
    })
    .refine(eitherPartyOrDyad, notPartyOrDyad)
    .refine(inOrder, notInOrder('day')),
} as const satisfies RequestContract;
