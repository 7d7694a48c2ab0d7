import * as z from 'zod';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { asOfParameters, ReadHeaders, readParameters } from '#shared/api/protocol/list-parameters.ts';

/** An event as a part of a path. */
export const EventPath = z.object({
  eventId: z.string().meta({ description: 'The id of an event', examples: ['relation.BGD-PAK.7'] }),
});

/** `GET /events/{eventId}` */
export const readEventRequest = {
  headers: ReadHeaders,
  query: z
    .strictObject({
      view: z.enum(['recorded', 'corrected']).default('recorded').meta({
        description: '`recorded`: the record, which never changes; `corrected`: the event as its corrections make it',
      }),
      ...asOfParameters,
      ...readParameters,
    })
    .refine(({ view, asOf }) => view === 'corrected' || asOf === undefined, {
      path: ['asOf'],
      error: 'Expected view=corrected with asOf: the record is the same at any time',
    }),
  path: EventPath,
} as const satisfies RequestContract;
