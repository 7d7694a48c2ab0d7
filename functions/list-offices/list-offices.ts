import { officeColumns } from '#shared/read-models/parties/columns.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { listOfficesRequest } from '#shared/api/requests/read-party.ts';
import { signedPage } from '#shared/api/protocol/signed-page.ts';
import { directory } from '#shared/read-models/parties/directory.ts';
import { dossiers } from '#shared/read-models/parties/dossiers.ts';
import { readOffices } from '#shared/read-models/parties/read-offices.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

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
    const page = await signedPage({ ...ports, list, cursor }, async (after) =>
      readOffices(readModels, { party, asOf, limit, after }),
    );
    return listReply(request, page, { file: `offices-${party}`, columns: officeColumns });
  });

export const handler = listOffices(querying());
