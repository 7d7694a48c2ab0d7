import { eventListReply } from '#shared/read-models/timeline/event-list-reply.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { dossierRequest } from '#shared/api/requests/dossier-path.ts';
import { dossierSubject, dossiers } from '#shared/read-models/parties/dossiers.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

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
