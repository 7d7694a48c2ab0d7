import * as z from 'zod';
import { Dyad, PartyCode } from '#shared/domain/parties/parties.ts';
import { Month } from '#shared/api/protocol/list-parameters.ts';
import { rankPartnersRequest, ScaleName } from '#shared/api/requests/score-parameters.ts';
import type { Operation } from './operation.ts';
import { listOf } from './query-replies.ts';
import { summaryFields, whatIsScored } from './scoring.ts';

const Partner = z
  .object({
    partner: PartyCode,
    dyad: Dyad,
    ...summaryFields,
    meanBefore: z
      .number()
      .nullable()
      .meta({
        description: 'Σ w·s / Σ w in as many months before the window; null where there was no event',
        examples: [1.5],
      }),
    change: z
      .number()
      .nullable()
      .meta({ description: 'mean − meanBefore; null where one is null', examples: [0.75] }),
  })
  .meta({ id: 'Partner' });

/** `GET /relations` */
export const rankPartnersOperation = {
  summary: 'The partners of a party, ranked',
  description:
    'Every party with which the given one has a scored event in the window, the last twelve months unless `from` and `to` say otherwise. Figures are ' +
    `shown to the thousandth, and ranked as they are. Each page is of the ranking at its own time. ${whatIsScored}`,
  request: rankPartnersRequest,
  replies: listOf('Partners, the greatest first', Partner, {
    party: PartyCode,
    scale: ScaleName,
    from: Month,
    to: Month,
  }),
  problems: ['invalid-request', 'invalid-cursor', 'not-yet'],
} as const satisfies Operation;
