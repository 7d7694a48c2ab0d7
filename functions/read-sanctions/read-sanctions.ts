import { askedDay } from '../../shared/http/asked-day.ts';
import { listReply } from '../../shared/http/list-reply.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { measureColumns } from '../../shared/http/register-columns.ts';
import { readSanctionsRequest } from '../../shared/http/requests/read-sanctions.ts';
import { sealedPage } from '../../shared/http/sealed-page.ts';
import { lifecycles } from '../../shared/projections/lifecycles.ts';
import { partyStreams } from '../../shared/projections/party-streams.ts';
import { findMeasures } from '../../shared/answers/find-measures.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

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
    const page = await sealedPage({ ...ports, list, cursor }, async (after) =>
      findMeasures(readModels, { of, on, role, statuses, asOf, limit, after }),
    );
    return listReply(request, page, { file: `sanctions-${of}`, columns: measureColumns });
  });

export const handler = readSanctions(querying());
