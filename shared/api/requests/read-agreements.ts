import * as z from 'zod';
import { agreementStatuses } from '#shared/domain/lifecycles/in-force.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { commaSeparated, Day, Instant, PageLimit, ReadHeaders } from '#shared/api/protocol/list-parameters.ts';
import {
  eitherPartyOrDyad,
  notPartyOrDyad,
  OnDay,
  lifecycleParameters,
} from '#shared/api/protocol/lifecycle-parameters.ts';

/** `GET /agreements` */
export const readAgreementsRequest = {
  headers: ReadHeaders,
  query: z
    .strictObject({
      ...lifecycleParameters,
      on: OnDay,
      inForceOn: Day.optional().meta({
        description:
          'Those in force on this day, presumed ones too: short for `on` with `status=in-force,presumed-in-force`',
      }),
      knownOn: Instant.optional().meta({ description: 'As known at this instant: another name of `asOf`' }),
      status: commaSeparated(agreementStatuses)
        .optional()
        .meta({ description: `${agreementStatuses.join(', ')}; separated by commas` }),
      limit: PageLimit,
    })
    .refine(eitherPartyOrDyad, notPartyOrDyad)
    .refine(({ on, status, inForceOn }) => inForceOn === undefined || (on === undefined && status === undefined), {
      path: ['inForceOn'],
      error: 'Expected either inForceOn, or on and status',
    })
    .refine(({ asOf, knownOn }) => asOf === undefined || knownOn === undefined, {
      path: ['knownOn'],
      error: 'Expected either knownOn or asOf: they mean the same',
    }),
} as const satisfies RequestContract;
