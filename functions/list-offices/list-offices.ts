import { officeColumns } from '../../shared/http/dossier-columns.ts';
import { listReply } from '../../shared/http/list-reply.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { listOfficesRequest } from '../../shared/http/requests/read-party.ts';
import { directory } from '../../shared/projections/directory.ts';
import { dossiers } from '../../shared/projections/dossiers.ts';
import { readOffices } from '../../shared/projections/read-offices.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

/** `GET /parties/{party}/offices` */
export const listOffices = (ports: Querying) =>
  queryFunction(
    [directory, dossiers],
    ports,
  )(async (request, readModels) => {
    const { path, query } = parseRequest(listOfficesRequest, request);
    const { cursor, limit, asOf } = query;
    const { party } = path;
    const list = JSON.stringify(['offices', party, asOf]);
    const after = cursor === undefined ? undefined : ports.cursors.open(list, cursor);
    const page = await readOffices(readModels, { party, asOf, limit, after });
    const next = page.next === undefined ? null : ports.cursors.seal(list, page.next);
    return listReply(request, { items: page.items, next }, { file: `offices-${party}`, columns: officeColumns });
  });

export const handler = listOffices(querying());
