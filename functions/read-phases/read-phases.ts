import { forDyad } from '../../shared/http/for-dyad.ts';
import { computedPage } from '../../shared/http/computed-page.ts';
import { listReply } from '../../shared/http/list-reply.ts';
import { monthsAsked } from '../../shared/http/months-asked.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { readPhasesRequest } from '../../shared/http/requests/score-parameters.ts';
import { phaseColumns } from '../../shared/http/score-columns.ts';
import { shownPhase } from '../../shared/http/shown-scores.ts';
import { phasesOf } from '../../shared/answers/read-phases.ts';
import { scores } from '../../shared/projections/scores.ts';
import { timeline } from '../../shared/projections/timeline.ts';
import { trees } from '../../shared/projections/trees.ts';
import { scoringOf } from '../../shared/domain/scoring.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

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
