import { scoringOf } from '../../shared/domain/scoring.ts';
import { forDyad } from '../../shared/http/for-dyad.ts';
import { askedDay } from '../../shared/http/asked-day.ts';
import { json } from '../../shared/http/http-request.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { readRelationRequest } from '../../shared/http/requests/read-relation.ts';
import { shownRelation } from '../../shared/http/shown-relation.ts';
import { contacts } from '../../shared/projections/contacts.ts';
import { countedEvents } from '../../shared/projections/counted-events.ts';
import { relationSummary } from '../../shared/answers/relation-summary.ts';
import { lifecycles } from '../../shared/projections/lifecycles.ts';
import { partyStreams } from '../../shared/projections/party-streams.ts';
import { scores } from '../../shared/projections/scores.ts';
import { timeline } from '../../shared/projections/timeline.ts';
import { trees } from '../../shared/projections/trees.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

/** `GET /relations/{dyad}` */
export const readRelation = (ports: Querying, now: () => Date) =>
  queryFunction(
    [timeline, contacts, countedEvents, scores, trees, lifecycles, partyStreams],
    ports,
  )(async (request, readModels) => {
    const { path, query } = parseRequest(readRelationRequest, request);
    return forDyad(request, { dyad: path.dyad, rest: '' }, async (dyad) => {
      const { scale, asOf } = query;
      const on = askedDay({ asOf }, now());
      const scoring = scoringOf(readModels.version(scores.name));
      const summary = await relationSummary(readModels, { dyad, scale, on, asOf, scoring });
      return json(200, { dyad, scale, on, ...shownRelation(dyad, summary) });
    });
  });

export const handler = readRelation(querying(), () => new Date());
