import * as z from 'zod';
import { Dyad, PartyCode } from '#shared/domain/parties/parties.ts';
import { scoringOf } from '#shared/domain/scoring/scoring.ts';
import { computedPage } from '#shared/api/protocol/computed-page.ts';
import { inOrder, Month, notInOrder, ReadHeaders } from '#shared/api/protocol/list-parameters.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { listOf } from '#shared/api/protocol/query-responses.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { monthsAsked } from '#shared/read-models/scores/months-asked.ts';
import { scores } from '#shared/read-models/scores/projection.ts';
import { partnerColumns } from '#shared/read-models/scores/score-columns.ts';
import { summaryFields } from '#shared/read-models/scores/score-fields.ts';
import { ScaleName, scoreParameters } from '#shared/read-models/scores/score-parameters.ts';
import { shownPartner } from '#shared/read-models/scores/shown-scores.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { mostStates } from './partner-states.ts';
import { partnersOf } from './partners.ts';
import { mostMonths, trendsOf } from './trends.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';

const rankPartnersRequest = () =>
  ({
    headers: ReadHeaders,
    query: z
      .strictObject({
        party: PartyCode,
        sort: z.enum(['volume', 'score', 'change']).default('volume').meta({
          description:
            'The greatest first. `volume`: by `n`; `score`: by `mean`; `change`: by `change`. Null comes last, equals by code',
        }),
        ...scoreParameters,
        include: z
          .literal('trend')
          .optional()
          .meta({ description: `With the \`trend\` of the first ${mostStates} of the page` }),
      })
      .refine(inOrder, notInOrder('month')),
  }) as const satisfies RequestContract;

/** The number of months where a query names no first one. */
const usualMonths = 12;

/** `GET /relations` */
export const rankPartners = queryResource(
  [scores, timeline, eventRows],
  rankPartnersRequest,
  async ({ query, readModels, cursors, now, request }) => {
    const { cursor, limit, ...filters } = query;
    const { party, scale, sort, asOf } = query;
    const scoring = scoringOf(readModels.version(scores.name));
    const { from, to, lastDay } = monthsAsked(query, { now: now(), usual: usualMonths });
    const partners = await partnersOf(readModels, { party, scale, sort, asOf, scoring, from, to });
    const list = JSON.stringify(['partners', filters]);
    const page = computedPage(partners, { cursors, list, limit, cursor });
    const dyads = query.include === undefined ? [] : page.items.map(({ dyad }) => dyad);
    const trends = await trendsOf(readModels, dyads, { scale, asOf, scoring, from, to, lastDay });
    const items = page.items.map((partner) => {
      const trend = trends.get(partner.dyad);
      return { ...shownPartner(partner), ...(trend && { trend }) };
    });
    const more = { party, scale, from, to };
    return listReply(request, { ...page, items, more }, { file: `partners-${party}`, columns: partnerColumns });
  },
);

export const rankPartnersOperation = (): Operation => {
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
      trend: z
        .array(z.number())
        .optional()
        .meta({ description: `The slow index at the end of each month, of the last ${mostMonths}` }),
    })
    .meta({ id: 'Partner' });
  return {
    summary: 'The partners of a party, ranked',
    description:
      'Every party with which it has a scored event of at most eight parties in the window, the last twelve months unless it says otherwise. ' +
      `Each page is of the ranking at its own time. What is scored, \`GET /relations/{dyad}/score\` says.`,
    request: rankPartnersRequest(),
    responses: listOf('Partners, the greatest first', Partner, {
      party: PartyCode,
      scale: ScaleName,
      from: Month,
      to: Month,
    }),
    problems: ['invalid-request', 'invalid-cursor', 'projection-lagging'],
  };
};
