import { computedPage } from '#shared/api/protocol/computed-page.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import { monthsAsked } from '#shared/read-models/scores/months-asked.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { rankPartnersRequest } from '#shared/api/requests/score-parameters.ts';
import { partnerColumns } from '#shared/read-models/scores/score-columns.ts';
import { shownPartner } from '#shared/read-models/scores/shown-scores.ts';
import { partnersOf } from '#shared/read-models/relations/partners.ts';
import { scores } from '#shared/read-models/scores/projection.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { scoringOf } from '#shared/domain/scoring/scoring.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

/** Months that are compared where a query does not say from when. */
const usualMonths = 12;

/** `GET /relations` */
export const rankPartners = (ports: Querying, now: () => Date) =>
  queryFunction(
    [scores, timeline],
    ports,
  )(async (request, readModels) => {
    const { query } = parseRequest(rankPartnersRequest, request);
    const { cursor, limit, ...filters } = query;
    const { party, scale, sort, asOf } = query;
    const scoring = scoringOf(readModels.version(scores.name));
    const { from, to } = monthsAsked(query, { now: now(), usual: usualMonths });
    const partners = await partnersOf(readModels, { party, scale, sort, asOf, scoring, from, to });
    const list = JSON.stringify(['partners', filters]);
    const page = computedPage(partners, { ...ports, list, limit, cursor });
    const items = page.items.map(shownPartner);
    const more = { party, scale, from, to };
    return listReply(request, { ...page, items, more }, { file: `partners-${party}`, columns: partnerColumns });
  });

export const handler = rankPartners(querying(), () => new Date());
