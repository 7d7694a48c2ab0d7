import { forDyad } from '../../shared/http/for-dyad.ts';
import { askedDay } from '../../shared/http/asked-day.ts';
import { json } from '../../shared/http/http-request.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { readRepresentationRequest } from '../../shared/http/requests/read-representation.ts';
import { lifecycles } from '../../shared/projections/lifecycles.ts';
import { findRepresentation } from '../../shared/answers/find-representation.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

/** `GET /relations/{dyad}/representation` */
export const readRepresentation = (ports: Querying, now = () => new Date()) =>
  queryFunction(
    [lifecycles],
    ports,
  )(async (request, readModels) => {
    const { path, query } = parseRequest(readRepresentationRequest, request);
    return forDyad(request, { dyad: path.dyad, rest: '/representation' }, async (dyad) =>
      json(200, await findRepresentation(readModels, { dyad, on: askedDay(query, now()), asOf: query.asOf })),
    );
  });

export const handler = readRepresentation(querying());
