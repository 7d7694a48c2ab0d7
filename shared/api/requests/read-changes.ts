import * as z from 'zod';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { Cursor, DyadParameter, PageLimit, ReadHeaders, readParameters } from '#shared/api/protocol/list-parameters.ts';

/** `GET /changes` */
export const readChangesRequest = {
  headers: ReadHeaders,
  query: z
    .strictObject({
      after: Cursor.optional().meta({
        description: '`next` of an earlier answer, here or from `GET /events`, or `cursor` of an append; absent: from the beginning', // prettier-ignore
      }),
      party: PartyCode.optional().meta({ description: 'Changes of events that name this party' }),
      dyad: DyadParameter.optional().meta({
        description: "Changes of events on this dyad's timeline, in either order",
      }),
      ...readParameters,
      limit: PageLimit,
    })
    .refine(({ party, dyad }) => party === undefined || dyad === undefined, {
      path: ['dyad'],
      error: 'Expected either `party` or `dyad`',
    }),
} as const satisfies RequestContract;
