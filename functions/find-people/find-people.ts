import { dynamoDBClient } from '../../shared/dynamodb/client.ts';
import { environment } from '../../shared/environment.ts';
import { type Cursors, signedCursors } from '../../shared/http/cursor.ts';
import { json } from '../../shared/http/http-request.ts';
import { nextLink } from '../../shared/http/next-link.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { findPeopleRequest } from '../../shared/http/requests/find-people.ts';
import { dynamoDBReadModels } from '../../shared/projections/dynamodb-read-models.ts';
import { findPeople as findPage } from '../../shared/projections/read-people.ts';
import type { ReadModels } from '../../shared/projections/read-models.ts';
import { httpFunction } from '../middleware/http-function.ts';

/** `GET /people?name=…` */
export const findPeople = (readModels: Pick<ReadModels, 'rows'>, cursors: Cursors) =>
  httpFunction(async (request) => {
    const { name, asOf, limit, cursor } = parseRequest(findPeopleRequest, request).query;
    const list = JSON.stringify(['people', name, asOf]);
    const after = cursor === undefined ? undefined : cursors.open(list, cursor);
    const page = await findPage(readModels, { name, asOf, limit, after });
    const next = page.next === undefined ? null : cursors.seal(list, page.next);
    return json(200, { items: page.items, next }, nextLink(request, 'cursor', next));
  });

export const handler = findPeople(
  dynamoDBReadModels(dynamoDBClient(), environment('READ_MODELS_TABLE')),
  signedCursors(environment('CURSOR_KEY')),
);
