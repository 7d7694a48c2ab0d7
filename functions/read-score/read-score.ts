import { horizonOf } from '../../shared/domain/relation-index.ts';
import { monthlyScores } from '../../shared/domain/monthly-scores.ts';
import { forDyad } from '../../shared/http/for-dyad.ts';
import { computedPage } from '../../shared/http/computed-page.ts';
import { listReply } from '../../shared/http/list-reply.ts';
import { monthsAsked } from '../../shared/http/months-asked.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { readScoreRequest } from '../../shared/http/requests/score-parameters.ts';
import { monthColumns } from '../../shared/http/score-columns.ts';
import { shownMonth } from '../../shared/http/shown-scores.ts';
import { daysOf } from '../../shared/answers/read-scores.ts';
import { scores } from '../../shared/projections/scores.ts';
import { timeline } from '../../shared/projections/timeline.ts';
import { scoringOf } from '../../shared/domain/scoring.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

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
