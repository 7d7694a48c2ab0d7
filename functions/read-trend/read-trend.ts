import { trendColumns } from '#shared/read-models/parties/columns.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { readTrendRequest } from '#shared/api/requests/topics.ts';
import { countedEvents } from '#shared/read-models/parties/counted-events.ts';
import { topicTrend } from '#shared/read-models/topics/query.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

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
