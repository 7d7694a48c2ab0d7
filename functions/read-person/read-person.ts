import { json } from '#shared/api/protocol/http-request.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { notFound } from '#shared/api/protocol/problem.ts';
import { readPersonRequest } from '#shared/api/requests/read-person.ts';
import { people } from '#shared/read-models/people/projection.ts';
import { readPerson as personOf } from '#shared/read-models/people/query.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

/** `GET /people/{personId}` */
export const readPerson = (ports: Querying) =>
  queryFunction(
    [people],
    ports,
  )(async (request, readModels) => {
    const { path, query } = parseRequest(readPersonRequest, request);
    const person = await personOf(readModels, path.personId, query.asOf);
    if (person === undefined) throw notFound(`No event names ${path.personId}; GET /people?name=… finds ids by name`);
    return json(200, person);
  });

export const handler = readPerson(querying());
