import { aboutDyad } from '../../shared/http/about-dyad.ts';
import type { HttpReply } from '../../shared/http/http-request.ts';
import { listReply } from '../../shared/http/list-reply.ts';
import { readTimelineRequest } from '../../shared/http/requests/read-timeline.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { timelineColumns } from '../../shared/http/timeline-columns.ts';
import { readTimeline as readPage } from '../../shared/projections/read-timeline.ts';
import { timeline, type TimelineEntry } from '../../shared/projections/timeline.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

/** `GET /relations/{dyad}/timeline` */
export const readTimeline = (ports: Querying) =>
  queryFunction(
    [timeline],
    ports,
  )(async (request, readModels): Promise<HttpReply> => {
    const { path, query } = parseRequest(readTimelineRequest, request);
    const { cursor, limit, include = [], ...filters } = query;
    return aboutDyad(request, { dyad: path.dyad, rest: '/timeline' }, async (dyad) => {
      const list = JSON.stringify(['timeline', dyad, include, filters]);
      const page = await readPage(readModels, {
        ...filters,
        dyad,
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
      return listReply(request, { items, next }, { file: `timeline-${dyad}`, columns: timelineColumns });
    });
  });

/** The Admiralty code and how many reports there are; the reports themselves are shown on request. */
function withoutReports({ evidence, ...entry }: TimelineEntry) {
  if (evidence === undefined) return entry;
  const { reports = [], ...code } = evidence;
  return { ...entry, evidence: { ...code, reportCount: reports.length } };
}

export const handler = readTimeline(querying());
