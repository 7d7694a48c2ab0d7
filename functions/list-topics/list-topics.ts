import { topicColumns } from '#shared/read-models/parties/columns.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { listTopicsRequest } from '#shared/api/requests/topics.ts';
import { signedPage } from '#shared/api/protocol/signed-page.ts';
import { countedEvents } from '#shared/read-models/parties/counted-events.ts';
import { directory } from '#shared/read-models/parties/directory.ts';
import { readTopics } from '#shared/read-models/topics/query.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

/** `GET /topics` */
export const listTopics = (ports: Querying) =>
  queryFunction(
    [directory, countedEvents],
    ports,
  )(async (request, readModels) => {
    const { cursor, limit, ...filters } = parseRequest(listTopicsRequest, request).query;
    const list = JSON.stringify(['topics', filters]);
    const page = await signedPage({ ...ports, list, cursor }, async (after) =>
      readTopics(readModels, { ...filters, limit, after }),
    );
    return listReply(request, page, { file: 'topics', columns: topicColumns });
  });

export const handler = listTopics(querying());
