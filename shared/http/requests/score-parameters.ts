import * as z from 'zod';
import { PartyCode } from '../../domain/parties.ts';
import { type Scale, scales } from '../../domain/score.ts';
import type { RequestContract } from '../parse-request.ts';
import { asOfParameters, Cursor, PageLimit, ReadHeaders, readParameters } from './list-parameters.ts';

/** A month of the years 1000 to 9999. */
export const Month = z
  .string()
  .regex(/^[1-9]\d{3}-(0[1-9]|1[0-2])$/, 'Expected a month, such as 2025-01')
  .meta({ id: 'Month', examples: ['2025-01'] });

/** A named scale of scores. */
export const ScaleName = z.enum(Object.keys(scales) as Scale[]).meta({
  id: 'Scale',
  description:
    '`goldstein`: by CAMEO code, -10 to +10 (Goldstein 1992, as GDELT publishes it); `plover`: by type (POLECAT), -10 to +10',
});

/** What every query of scores takes. */
const scoreParameters = {
  scale: ScaleName.default('goldstein'),
  from: Month.optional().meta({ description: 'The first month; absent: so that the range has its usual length' }),
  to: Month.optional().meta({
    description: 'The last month, at most the current one (or that of `asOf`), which is the default',
  }),
  ...asOfParameters,
  ...readParameters,
  limit: PageLimit,
  cursor: Cursor.optional(),
};

const inOrder = ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
  from === undefined || to === undefined || from <= to;
const orderFault = { path: ['to'], error: 'Expected a month that is not before `from`' };

const ofDyad = {
  path: z.object({ dyad: z.string().meta({ examples: ['BGD-PAK'] }) }),
  headers: ReadHeaders,
  query: z.strictObject(scoreParameters).refine(inOrder, orderFault),
} as const satisfies RequestContract;

/** `GET /relations/{dyad}/score` */
export const readScoreRequest = ofDyad;

/** `GET /relations/{dyad}/phases` */
export const readPhasesRequest = ofDyad;

/** `GET /relations` */
export const rankPartnersRequest = {
  headers: ReadHeaders,
  query: z
    .strictObject({
      party: PartyCode,
      sort: z.enum(['volume', 'score', 'change']).default('volume').meta({
        description:
          'The greatest first. `volume`: by `n`; `score`: by `mean`; `change`: by `change`. Null comes last, equals by code',
      }),
      ...scoreParameters,
    })
    .refine(inOrder, orderFault),
} as const satisfies RequestContract;
