import { listReply } from '#shared/api/protocol/list-reply.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { peopleColumns } from '#shared/read-models/people/columns.ts';
import { findPeopleRequest } from '#shared/api/requests/find-people.ts';
import { signedPage } from '#shared/api/protocol/signed-page.ts';
import { people } from '#shared/read-models/people/projection.ts';
import { findPeople as findPage } from '#shared/read-models/people/query.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

/** `GET /people?name=…` */
export const findPeople = (ports: Querying) =>
  queryFunction(
    [people],
    ports,
  )(async (request, readModels) => {
    const { name, asOf, limit, cursor } = parseRequest(findPeopleRequest, request).query;
    const list = JSON.stringify(['people', name, asOf]);
    const page = await signedPage({ ...ports, list, cursor }, async (after) =>
      findPage(readModels, { name, asOf, limit, after }),
    );
    return listReply(request, page, { file: 'people', columns: peopleColumns });
  });

export const handler = findPeople(querying());
