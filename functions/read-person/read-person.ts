import { json } from '../../shared/http/http-request.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { notFound } from '../../shared/http/problem.ts';
import { readPersonRequest } from '../../shared/http/requests/read-person.ts';
import { people } from '../../shared/projections/people.ts';
import { readPerson as personOf } from '../../shared/answers/read-people.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

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
