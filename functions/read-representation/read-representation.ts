import { forDyad } from '#shared/api/protocol/for-dyad.ts';
import { askedDay } from '#shared/api/protocol/asked-day.ts';
import { json } from '#shared/api/protocol/http-request.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { readRepresentationRequest } from '#shared/api/requests/read-representation.ts';
import { lifecycles } from '#shared/read-models/lifecycles/projection.ts';
import { findRepresentation } from '#shared/read-models/representation/query.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

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
