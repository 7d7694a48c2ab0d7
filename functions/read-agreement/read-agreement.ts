import { askedDay } from '../../shared/http/asked-day.ts';
import { json } from '../../shared/http/http-request.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { notFound } from '../../shared/http/problem.ts';
import { readAgreementRequest } from '../../shared/http/requests/read-agreement.ts';
import { lifecycles } from '../../shared/projections/lifecycles.ts';
import { findAgreement } from '../../shared/answers/find-agreements.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

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
