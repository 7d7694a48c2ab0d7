import { computedPage } from '../../shared/http/computed-page.ts';
import { listReply } from '../../shared/http/list-reply.ts';
import { monthsAsked } from '../../shared/http/months-asked.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { rankPartnersRequest } from '../../shared/http/requests/score-parameters.ts';
import { partnerColumns } from '../../shared/http/score-columns.ts';
import { shownPartner } from '../../shared/http/shown-scores.ts';
import { partnersOf } from '../../shared/answers/read-partners.ts';
import { scores } from '../../shared/projections/scores.ts';
import { timeline } from '../../shared/projections/timeline.ts';
import { scoringOf } from '../../shared/domain/scoring.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

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
