import { horizonOf } from '#shared/domain/scoring/relation-index.ts';
import { monthlyScores } from '#shared/domain/scoring/monthly-scores.ts';
import { forDyad } from '#shared/api/protocol/for-dyad.ts';
import { computedPage } from '#shared/api/protocol/computed-page.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import { monthsAsked } from '#shared/read-models/scores/months-asked.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { readScoreRequest } from '#shared/api/requests/score-parameters.ts';
import { monthColumns } from '#shared/read-models/scores/score-columns.ts';
import { shownMonth } from '#shared/read-models/scores/shown-scores.ts';
import { daysOf } from '#shared/read-models/scores/query.ts';
import { scores } from '#shared/read-models/scores/projection.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { scoringOf } from '#shared/domain/scoring/scoring.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

/** Months that are told where a query does not say from when. */
const usualMonths = 12;

/** `GET /relations/{dyad}/score` */
export const readScore = (ports: Querying, now: () => Date) =>
  queryFunction(
    [scores, timeline],
    ports,
  )(async (request, readModels) => {
    const { path, query } = parseRequest(readScoreRequest, request);
    const { cursor, limit, ...filters } = query;
    return forDyad(request, { dyad: path.dyad, rest: '/score' }, async (dyad) => {
      const { scale, asOf } = query;
      const scoring = scoringOf(readModels.version(scores.name));
      const { from, firstDay, lastDay } = monthsAsked(query, { now: now(), usual: usualMonths });
      const days = await daysOf(readModels, { dyad, scale, asOf, scoring, from: horizonOf(firstDay), to: lastDay });
      const list = JSON.stringify(['score', dyad, filters]);
      const page = computedPage(monthlyScores(days, { from, lastDay }), { ...ports, list, limit, cursor });
      const items = page.items.map(shownMonth(dyad, asOf));
      const more = { dyad, scale, indexDay: lastDay };
      return listReply(request, { ...page, items, more }, { file: `score-${dyad}`, columns: monthColumns });
    });
  });

export const handler = readScore(querying(), () => new Date());
