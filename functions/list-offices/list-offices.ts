import { officeColumns } from '../../shared/http/dossier-columns.ts';
import { listReply } from '../../shared/http/list-reply.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { listOfficesRequest } from '../../shared/http/requests/read-party.ts';
import { sealedPage } from '../../shared/http/sealed-page.ts';
import { directory } from '../../shared/projections/directory.ts';
import { dossiers } from '../../shared/projections/dossiers.ts';
import { readOffices } from '../../shared/answers/read-offices.ts';
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
    const page = await sealedPage({ ...ports, list, cursor }, async (after) =>
      readOffices(readModels, { party, asOf, limit, after }),
    );
    return listReply(request, page, { file: `offices-${party}`, columns: officeColumns });
  });

export const handler = listOffices(querying());
