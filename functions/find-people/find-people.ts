import { listReply } from '../../shared/http/list-reply.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { peopleColumns } from '../../shared/http/people-columns.ts';
import { findPeopleRequest } from '../../shared/http/requests/find-people.ts';
import { sealedPage } from '../../shared/http/sealed-page.ts';
import { people } from '../../shared/projections/people.ts';
import { findPeople as findPage } from '../../shared/answers/read-people.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

/** `GET /people?name=…` */
export const findPeople = (ports: Querying) =>
  queryFunction(
    [people],
    ports,
  )(async (request, readModels) => {
    const { name, asOf, limit, cursor } = parseRequest(findPeopleRequest, request).query;
    const list = JSON.stringify(['people', name, asOf]);
    const page = await sealedPage({ ...ports, list, cursor }, async (after) =>
      findPage(readModels, { name, asOf, limit, after }),
    );
    return listReply(request, page, { file: 'people', columns: peopleColumns });
  });

export const handler = findPeople(querying());
