import { parseDyad } from '../../shared/domain/parties.ts';
import { dynamoDBClient } from '../../shared/dynamodb/client.ts';
import { environment } from '../../shared/environment.ts';
import { withCounts, withoutReports } from '../../shared/http/counted-evidence.ts';
import { type Cursors, signedCursors } from '../../shared/http/cursor.ts';
import { type HttpReply, json } from '../../shared/http/http-request.ts';
import { nextLink } from '../../shared/http/next-link.ts';
import { readTimelineRequest } from '../../shared/http/requests/read-timeline.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { notFound } from '../../shared/http/problem.ts';
import { dynamoDBReadModels } from '../../shared/projections/dynamodb-read-models.ts';
import type { ReadModels } from '../../shared/projections/read-models.ts';
import { readTimeline as readPage } from '../../shared/projections/read-timeline.ts';
import { httpFunction } from '../middleware/http-function.ts';

/** `GET /relations/{dyad}/timeline` */
export const readTimeline = (readModels: Pick<ReadModels, 'rows'>, cursors: Cursors) =>
  httpFunction(async (request): Promise<HttpReply> => {
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
      after: cursor === undefined ? undefined : cursors.open(list, cursor),
    });
    const items = include.includes('reports') ? page.items.map(withCounts) : page.items.map(withoutReports);
    const next = page.next === undefined ? null : cursors.seal(list, page.next);
    return json(200, { items, next }, nextLink(request, 'cursor', next));
  });

const seeCanonical = (path: string, query: string): HttpReply => ({
  statusCode: 308,
  headers: { Location: query === '' ? path : `${path}?${query}` },
  body: '',
});

export const handler = readTimeline(
  dynamoDBReadModels(dynamoDBClient(), environment('READ_MODELS_TABLE')),
  signedCursors(environment('CURSOR_KEY')),
);
