import { askedDay } from '#shared/api/protocol/asked-day.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { measureColumns } from '#shared/read-models/lifecycles/columns.ts';
import { readSanctionsRequest } from '#shared/api/requests/read-sanctions.ts';
import { signedPage } from '#shared/api/protocol/signed-page.ts';
import { lifecycles } from '#shared/read-models/lifecycles/projection.ts';
import { partyStreams } from '#shared/read-models/lifecycles/party-streams.ts';
import { findMeasures } from '#shared/read-models/sanctions/query.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

/** `GET /sanctions` */
export const readSanctions = (ports: Querying, now = () => new Date()) =>
  queryFunction(
    [partyStreams, lifecycles],
    ports,
  )(async (request, readModels) => {
    const { cursor, limit, ...filters } = parseRequest(readSanctionsRequest, request).query;
    const { role, inForceOn, asOf } = filters;
    const of = filters.dyad ?? filters.party ?? '';
    const list = JSON.stringify(['sanctions', filters]);
    const on = askedDay({ on: inForceOn ?? filters.on, asOf }, now());
    const statuses = inForceOn === undefined ? filters.status : (['in-force'] as const);
    const page = await signedPage({ ...ports, list, cursor }, async (after) =>
      findMeasures(readModels, { of, on, role, statuses, asOf, limit, after }),
    );
    return listReply(request, page, { file: `sanctions-${of}`, columns: measureColumns });
  });

export const handler = readSanctions(querying());
