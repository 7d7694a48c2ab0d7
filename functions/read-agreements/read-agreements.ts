import { askedDay } from '../../shared/http/asked-day.ts';
import { listReply } from '../../shared/http/list-reply.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { agreementColumns } from '../../shared/http/register-columns.ts';
import { readAgreementsRequest } from '../../shared/http/requests/read-agreements.ts';
import { sealedPage } from '../../shared/http/sealed-page.ts';
import { lifecycles } from '../../shared/projections/lifecycles.ts';
import { partyStreams } from '../../shared/projections/party-streams.ts';
import { findAgreements, inForceStatuses } from '../../shared/answers/find-agreements.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

/** `GET /agreements` */
export const readAgreements = (ports: Querying, now = () => new Date()) =>
  queryFunction(
    [partyStreams, lifecycles],
    ports,
  )(async (request, readModels) => {
    const { cursor, limit, ...filters } = parseRequest(readAgreementsRequest, request).query;
    const of = filters.dyad ?? filters.party ?? '';
    const asOf = filters.knownOn ?? filters.asOf;
    const list = JSON.stringify(['agreements', filters]);
    const on = askedDay({ on: filters.inForceOn ?? filters.on, asOf }, now());
    const statuses = filters.inForceOn === undefined ? filters.status : inForceStatuses;
    const page = await sealedPage({ ...ports, list, cursor }, async (after) =>
      findAgreements(readModels, { of, on, statuses, asOf, limit, after }),
    );
    return listReply(request, page, { file: `agreements-${of}`, columns: agreementColumns });
  });

export const handler = readAgreements(querying());
