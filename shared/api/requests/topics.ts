import * as z from 'zod';
import { monthCount } from '#shared/domain/dates/calendar.ts';
import { maxMonths } from '#shared/read-models/topics/query.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { dossierPath } from './dossier-path.ts';
import {
  asOfParameters,
  Cursor,
  DyadParameter,
  inOrder,
  Month,
  notInOrder,
  ReadHeaders,
  readParameters,
} from '#shared/api/protocol/list-parameters.ts';
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

/** `GET /topics/{topic}/trend` */
export const readTrendRequest = {
  path: z.object({ topic: dossierPath.topic }),
  headers: ReadHeaders,
  query: z
    .strictObject({
      from: Month.optional().meta({ description: 'The first month; absent: 24 months up to the last one' }),
      to: Month.optional().meta({
        description: `The last month; absent: the last in which the topic came up, of at most ${maxMonths} months`,
      }),
      dyad: DyadParameter.optional().meta({ description: 'Only events of this dyad, in either order' }),
      ...asOfParameters,
      ...readParameters,
    })
    .refine(inOrder, notInOrder('month'))
    .refine(
      ({ from, to }) => from === undefined || to === undefined || from > to || monthCount(from, to) <= maxMonths,
      { path: ['to'], error: `Expected a range of at most ${maxMonths} months` },
    ),
} as const satisfies RequestContract;
