import * as z from 'zod';
import { monthlyScores } from '#shared/domain/scoring/monthly-scores.ts';
import { horizonOf } from '#shared/domain/scoring/relation-index.ts';
import { scoringOf } from '#shared/domain/scoring/scoring.ts';
import { computedPage } from '#shared/api/protocol/computed-page.ts';
import { forDyad } from '#shared/api/protocol/for-dyad.ts';
import { Month } from '#shared/api/protocol/list-parameters.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import { listOf, toCanonicalDyad } from '#shared/api/protocol/query-responses.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { monthsAsked } from './months-asked.ts';
import { scores } from './projection.ts';
import { daysOf } from './query.ts';
import { monthColumns } from './score-columns.ts';
import { Index, multilateralCut, summaryFields, whatIsScored } from './score-fields.ts';
import { dyadScoreRequest, ScaleName } from './score-parameters.ts';
import { shownMonth } from './shown-scores.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';

/** The number of months where a query names no first one. */
const usualMonths = 12;

/** `GET /relations/{dyad}/score` */
export const readScore = queryResource(
  [scores, timeline, eventRows],
  dyadScoreRequest,
  async ({ path, query, readModels, cursors, now, request }) => {
    const { cursor, limit, ...filters } = query;
    return forDyad(request, { dyad: path.dyad, rest: '/score' }, async (dyad) => {
      const { scale, asOf } = query;
      const scoring = scoringOf(readModels.version(scores.name));
      const { from, firstDay, lastDay } = monthsAsked(query, { now: now(), usual: usualMonths });
      const { days, isCut } = await daysOf(readModels, {
        dyad,
        scale,
        asOf,
        scoring,
        from: horizonOf(firstDay),
        to: lastDay,
      });
      const list = JSON.stringify(['score', dyad, filters]);
      const page = computedPage(monthlyScores(days, { from, lastDay }), { cursors, list, limit, cursor });
      const items = page.items.map(shownMonth(dyad, query));
      const more = { dyad, scale, indexDay: lastDay, isCut };
      return listReply(request, { ...page, items, more }, { file: `score-${dyad}`, columns: monthColumns });
    });
  },
);

export const readScoreOperation = (): Operation => {
  const MonthlyScore = z
    .object({
      month: Month,
      ...summaryFields,
      index: Index.meta({ description: 'At the end of the month; of the last month, on `indexDay`' }),
      events: z.string().meta({
        description: 'The path of the timeline of the month; it also shows what was held and is not scored',
        examples: ['/relations/BGD-PAK/timeline?from=2025-01-01&to=2025-01-31&modality=held'],
      }),
    })
    .meta({ id: 'MonthlyScore' });
  return {
    summary: 'The score of a dyad month by month, and its index',
    description: `Twelve months unless \`from\` says otherwise. ${whatIsScored}`,
    request: dyadScoreRequest(),
    responses: {
      ...listOf('Months in order, those without events too', MonthlyScore, {
        dyad: z.string(),
        scale: ScaleName,
        indexDay: z.iso.date().meta({ description: 'The day of the last index: the last of the range, or today' }),
        isCut: multilateralCut,
      }),
      ...toCanonicalDyad,
    },
    problems: ['invalid-request', 'invalid-cursor', 'not-found', 'projection-lagging'],
  };
};
