import { topicColumns } from '../../shared/http/dossier-columns.ts';
import { listReply } from '../../shared/http/list-reply.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { listTopicsRequest } from '../../shared/http/requests/topics.ts';
import { sealedPage } from '../../shared/http/sealed-page.ts';
import { countedEvents } from '../../shared/projections/counted-events.ts';
import { directory } from '../../shared/projections/directory.ts';
import { readTopics } from '../../shared/answers/read-topics.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

/** `GET /topics` */
export const listTopics = (ports: Querying) =>
  queryFunction(
    [directory, countedEvents],
    ports,
  )(async (request, readModels) => {
    const { cursor, limit, ...filters } = parseRequest(listTopicsRequest, request).query;
    const list = JSON.stringify(['topics', filters]);
    const page = await sealedPage({ ...ports, list, cursor }, async (after) =>
      readTopics(readModels, { ...filters, limit, after }),
    );
    return listReply(request, page, { file: 'topics', columns: topicColumns });
  });

export const handler = listTopics(querying());
