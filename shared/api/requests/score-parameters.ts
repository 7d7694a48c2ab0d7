import * as z from 'zod';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { type Scale, scales } from '#shared/domain/scoring/score.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import {
  asOfParameters,
  Cursor,
  DyadPath,
  inOrder,
  Month,
  notInOrder,
  PageLimit,
  ReadHeaders,
  readParameters,
} from '#shared/api/protocol/list-parameters.ts';

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

const ofDyad = {
  path: DyadPath,
  headers: ReadHeaders,
  query: z.strictObject(scoreParameters).refine(inOrder, notInOrder('month')),
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
    .refine(inOrder, notInOrder('month')),
} as const satisfies RequestContract;
