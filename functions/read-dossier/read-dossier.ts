import { eventListReply } from '../../shared/http/event-list-reply.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { dossierRequest } from '../../shared/http/requests/dossier-path.ts';
import { dossierSubject, dossiers } from '../../shared/projections/dossiers.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

/** `GET /parties/{party}/events`, `/parties/{party}/offices/{office}/events`, `/people/{personId}/events`, `/topics/{topic}/events` */
export const readDossier = (ports: Querying) =>
  queryFunction(
    [dossiers],
    ports,
  )(async (request, readModels) => {
    const { path, query } = parseRequest(dossierRequest, request);
    const subject = dossierSubject(path);
    const file = `events-${Object.values(path)
      .join('-')
      .replaceAll(/[^\w-]+/g, '-')}`;
    return eventListReply(request, { readModels, cursors: ports.cursors }, { list: dossiers, subject, query, file });
  });

export const handler = readDossier(querying());
