import { dynamoDBClient } from '../../shared/dynamodb/client.ts';
import { environment } from '../../shared/environment.ts';
import { json } from '../../shared/http/http-request.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { notFound } from '../../shared/http/problem.ts';
import { readPersonRequest } from '../../shared/http/requests/read-person.ts';
import { dynamoDBReadModels } from '../../shared/projections/dynamodb-read-models.ts';
import { readPerson as personOf } from '../../shared/projections/read-people.ts';
import type { ReadModels } from '../../shared/projections/read-models.ts';
import { httpFunction } from '../middleware/http-function.ts';

/** `GET /people/{personId}` */
export const readPerson = (readModels: Pick<ReadModels, 'rows'>) =>
  httpFunction(async (request) => {
    const { path, query } = parseRequest(readPersonRequest, request);
    const person = await personOf(readModels, path.personId, query.asOf);
    if (person === undefined) throw notFound(`No event names ${path.personId}; GET /people?name=… finds ids by name`);
    return json(200, person);
  });

export const handler = readPerson(dynamoDBReadModels(dynamoDBClient(), environment('READ_MODELS_TABLE')));
