import { scoringOf } from '#shared/domain/scoring/scoring.ts';
import { forDyad } from '#shared/api/protocol/for-dyad.ts';
import { askedDay } from '#shared/api/protocol/asked-day.ts';
import { json } from '#shared/api/protocol/http-request.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { readRelationRequest } from '#shared/api/requests/read-relation.ts';
import { shownRelation } from '#shared/read-models/relations/shown-relation.ts';
import { contacts } from '#shared/read-models/contacts/projection.ts';
import { countedEvents } from '#shared/read-models/parties/counted-events.ts';
import { relationSummary } from '#shared/read-models/relations/summary.ts';
import { lifecycles } from '#shared/read-models/lifecycles/projection.ts';
import { partyStreams } from '#shared/read-models/lifecycles/party-streams.ts';
import { scores } from '#shared/read-models/scores/projection.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { trees } from '#shared/read-models/scores/tree-rows.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

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
