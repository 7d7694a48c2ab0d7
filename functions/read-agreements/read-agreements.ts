import { askedDay } from '#shared/api/protocol/asked-day.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { agreementColumns } from '#shared/read-models/lifecycles/columns.ts';
import { readAgreementsRequest } from '#shared/api/requests/read-agreements.ts';
import { signedPage } from '#shared/api/protocol/signed-page.ts';
import { lifecycles } from '#shared/read-models/lifecycles/projection.ts';
import { partyStreams } from '#shared/read-models/lifecycles/party-streams.ts';
import { findAgreements, inForceStatuses } from '#shared/read-models/agreements/query.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

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
    const page = await signedPage({ ...ports, list, cursor }, async (after) =>
      findAgreements(readModels, { of, on, statuses, asOf, limit, after }),
    );
    return listReply(request, page, { file: `agreements-${of}`, columns: agreementColumns });
  });

export const handler = readAgreements(querying());
