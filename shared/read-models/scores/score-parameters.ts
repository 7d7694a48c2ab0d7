import * as z from 'zod';
import { type Scale, scales } from '#shared/domain/scoring/score.ts';
import { Cursor } from '#shared/api/protocol/cursor-schema.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import {
  asOfParameters,
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

/** The parameters of every query of scores. */
export const scoreParameters = {
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

/** The request for scores of a dyad. */
export const dyadScoreRequest = () =>
  ({
    path: DyadPath,
    headers: ReadHeaders,
    query: z.strictObject(scoreParameters).refine(inOrder, notInOrder('month')),
  }) as const satisfies RequestContract;
