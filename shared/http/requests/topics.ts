import * as z from 'zod';
import { monthCount } from '../../domain/calendar.ts';
import { Dyad } from '../../domain/parties.ts';
import { maxMonths } from '../../projections/read-topics.ts';
import type { RequestContract } from '../parse-request.ts';
import { dossierPath } from './dossier-path.ts';
import { asOfParameters, Cursor, ReadHeaders, readParameters } from './list-parameters.ts';
import { ShortPageLimit } from './read-party.ts';

/** `GET /topics` */
export const listTopicsRequest = {
  headers: ReadHeaders,
  query: z.strictObject({
    prefix: z
      .string()
      .max(60)
      .regex(/^[a-z0-9-]*$/, 'Expected the beginning of a topic in kebab-case, such as defence')
      .optional()
      .meta({ description: 'Topics that begin so' }),
    ...asOfParameters,
    ...readParameters,
    limit: ShortPageLimit,
    cursor: Cursor.optional(),
  }),
} as const satisfies RequestContract;

const MonthGiven = z.string().regex(/^[1-9]\d{3}-(0[1-9]|1[0-2])$/, 'Expected a month, such as 2025-01');

/** `GET /topics/{topic}/trend` */
export const readTrendRequest = {
  path: z.object({ topic: dossierPath.topic }),
  headers: ReadHeaders,
  query: z
    .strictObject({
      from: MonthGiven.optional().meta({ description: 'The first month; absent: 24 months up to the last one' }),
      to: MonthGiven.optional().meta({
        description: `The last month; absent: the last in which the topic came up, of at most ${maxMonths} months`,
      }),
      dyad: Dyad.optional().meta({ description: 'Only events of this dyad' }),
      ...asOfParameters,
      ...readParameters,
    })
    .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
      path: ['to'],
      error: 'Expected a month that is not before `from`',
    })
    .refine(
      ({ from, to }) => from === undefined || to === undefined || from > to || monthCount(from, to) <= maxMonths,
      { path: ['to'], error: `Expected a range of at most ${maxMonths} months` },
    ),
} as const satisfies RequestContract;
