import { trendColumns } from '../../shared/http/dossier-columns.ts';
import { listReply } from '../../shared/http/list-reply.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { readTrendRequest } from '../../shared/http/requests/topics.ts';
import { countedEvents } from '../../shared/projections/counted-events.ts';
import { topicTrend } from '../../shared/answers/read-topics.ts';
import { timeline } from '../../shared/projections/timeline.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

/** `GET /topics/{topic}/trend` */
export const readTrend = (ports: Querying) =>
  queryFunction(
    [countedEvents, timeline],
    ports,
  )(async (request, readModels) => {
    const { path, query } = parseRequest(readTrendRequest, request);
    const { topic } = path;
    const items = await topicTrend(readModels, { ...query, topic });
    const more = { topic, ...(query.dyad !== undefined && { dyad: query.dyad }) };
    return listReply(request, { items, next: null, more }, { file: `trend-${topic}`, columns: trendColumns });
  });

export const handler = readTrend(querying());
