import { parseDyad } from '../../shared/domain/parties.ts';
import { withoutReports } from '../../shared/domain/without-reports.ts';
import type { HttpReply } from '../../shared/http/http-request.ts';
import { listReply } from '../../shared/http/list-reply.ts';
import { readTimelineRequest } from '../../shared/http/requests/read-timeline.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { notFound } from '../../shared/http/problem.ts';
import { timelineColumns } from '../../shared/http/timeline-columns.ts';
import { readTimeline as readPage } from '../../shared/projections/read-timeline.ts';
import { timeline } from '../../shared/projections/timeline.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

/** `GET /relations/{dyad}/timeline` */
export const readTimeline = (ports: Querying) =>
  queryFunction(
    [timeline],
    ports,
  )(async (request, readModels): Promise<HttpReply> => {
    const { path, query } = parseRequest(readTimelineRequest, request);
    const dyad = parseDyad(path.dyad);
    if (dyad === undefined) throw notFound(`${path.dyad} is not a dyad: expected two party codes, such as BGD-PAK`);
    if (!dyad.canonical) return seeCanonical(`/relations/${dyad.dyad}/timeline`, request.rawQueryString);
    const { cursor, limit, include = [], ...filters } = query;
    const list = JSON.stringify(['timeline', dyad.dyad, include, filters]);
    const page = await readPage(readModels, {
      ...filters,
      dyad: dyad.dyad,
      limit,
      types: filters.type,
      modalities: filters.modality,
      topics: filters.topic,
      quadClasses: filters.quadClass,
      withWithdrawn: include.includes('retracted'),
      after: cursor === undefined ? undefined : ports.cursors.open(list, cursor),
    });
    const items = include.includes('reports') ? page.items : page.items.map(withoutReports);
    const next = page.next === undefined ? null : ports.cursors.seal(list, page.next);
    return listReply(request, { items, next }, { file: `timeline-${dyad.dyad}`, columns: timelineColumns });
  });

const seeCanonical = (path: string, query: string): HttpReply => ({
  statusCode: 308,
  headers: { Location: query === '' ? path : `${path}?${query}` },
  body: '',
});

export const handler = readTimeline(querying());
