import { forDyad } from '#shared/api/protocol/for-dyad.ts';
import { computedPage } from '#shared/api/protocol/computed-page.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import { monthsAsked } from '#shared/read-models/scores/months-asked.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { readPhasesRequest } from '#shared/api/requests/score-parameters.ts';
import { phaseColumns } from '#shared/read-models/scores/score-columns.ts';
import { shownPhase } from '#shared/read-models/scores/shown-scores.ts';
import { phasesOf } from '#shared/read-models/phases/query.ts';
import { scores } from '#shared/read-models/scores/projection.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { trees } from '#shared/read-models/scores/tree-rows.ts';
import { scoringOf } from '#shared/domain/scoring/scoring.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

/** Months that are looked at where a query does not say from when. */
const usualMonths = 60;

/** `GET /relations/{dyad}/phases` */
export const readPhases = (ports: Querying, now: () => Date) =>
  queryFunction(
    [scores, timeline, trees],
    ports,
  )(async (request, readModels) => {
    const { path, query } = parseRequest(readPhasesRequest, request);
    const { cursor, limit, ...filters } = query;
    return forDyad(request, { dyad: path.dyad, rest: '/phases' }, async (dyad) => {
      const { scale, asOf } = query;
      const scoring = scoringOf(readModels.version(scores.name));
      const { firstDay, lastDay } = monthsAsked(query, { now: now(), usual: usualMonths });
      const phases = await phasesOf(readModels, { dyad, scale, asOf, scoring, from: firstDay, to: lastDay });
      const list = JSON.stringify(['phases', dyad, filters]);
      const page = computedPage(phases, { ...ports, list, limit, cursor });
      const items = page.items.map(shownPhase);
      const more = { dyad, scale, indexDay: lastDay };
      return listReply(request, { ...page, items, more }, { file: `phases-${dyad}`, columns: phaseColumns });
    });
  });

export const handler = readPhases(querying(), () => new Date());
