import * as z from 'zod';
import { measureStatuses } from '#shared/domain/lifecycles/measure.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { commaSeparated, Day, PageLimit, ReadHeaders } from '#shared/api/protocol/list-parameters.ts';
import {
  eitherPartyOrDyad,
  notPartyOrDyad,
  OnDay,
  lifecycleParameters,
} from '#shared/api/protocol/lifecycle-parameters.ts';

/** `GET /sanctions` */
export const readSanctionsRequest = {
  headers: ReadHeaders,
  query: z
    .strictObject({
      ...lifecycleParameters,
      on: OnDay,
      inForceOn: Day.optional().meta({
        description: 'Those in force on this day: short for `on` with `status=in-force`',
      }),
      role: z
        .enum(['source', 'target'])
        .optional()
        .meta({ description: 'With `party`: whether it imposes (`source`) or is imposed upon (`target`)' }),
      status: commaSeparated(measureStatuses)
        .optional()
        .meta({ description: `${measureStatuses.join(', ')}; separated by commas` }),
      limit: PageLimit,
    })
    .refine(eitherPartyOrDyad, notPartyOrDyad)
    .refine(({ dyad, role }) => dyad === undefined || role === undefined, {
      path: ['role'],
      error: 'Expected no role with a dyad: each of the two is either',
    })
    .refine(({ on, status, inForceOn }) => inForceOn === undefined || (on === undefined && status === undefined), {
      path: ['inForceOn'],
      error: 'Expected either inForceOn, or on and status',
    }),
} as const satisfies RequestContract;
