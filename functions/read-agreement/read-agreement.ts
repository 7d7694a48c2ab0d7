import { askedDay } from '#shared/api/protocol/asked-day.ts';
import { json } from '#shared/api/protocol/http-request.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { notFound } from '#shared/api/protocol/problem.ts';
import { readAgreementRequest } from '#shared/api/requests/read-agreement.ts';
import { lifecycles } from '#shared/read-models/lifecycles/projection.ts';
import { findAgreement } from '#shared/read-models/agreements/query.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

/** `GET /agreements/{agreementId}` */
export const readAgreement = (ports: Querying, now = () => new Date()) =>
  queryFunction(
    [lifecycles],
    ports,
  )(async (request, readModels) => {
    const { path, query } = parseRequest(readAgreementRequest, request);
    const { agreementId: id } = path;
    const on = askedDay(query, now());
    const agreement = await findAgreement(readModels, { id, on, asOf: query.asOf });
    if (agreement === undefined) throw notFound(`Nothing of agreement/${id} is known to have happened by ${on}`);
    return json(200, agreement);
  });

export const handler = readAgreement(querying());
