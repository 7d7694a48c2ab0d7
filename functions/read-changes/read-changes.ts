import { changeColumns } from '../../shared/http/dossier-columns.ts';
import { feedCursor, feedPosition } from '../../shared/feed/feed-cursor.ts';
import { listReply } from '../../shared/http/list-reply.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { readChangesRequest } from '../../shared/http/requests/read-changes.ts';
import { changesSubject, readChanges as readPage } from '../../shared/answers/read-changes.ts';
import { changes } from '../../shared/projections/changes.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

/** `GET /changes` */
export const readChanges = (ports: Querying) =>
  queryFunction(
    [changes],
    ports,
  )(async (request, readModels) => {
    const { after, limit, ...about } = parseRequest(readChangesRequest, request).query;
    const position = after === undefined ? 0 : feedPosition(ports.cursors, after, { parameter: 'after' });
    const items = await readPage(readModels, { subject: changesSubject(about), after: position, limit });
    const next = feedCursor(ports.cursors, items.at(-1)?.position ?? position);
    return listReply(request, { items, next }, { file: 'changes', columns: changeColumns, parameter: 'after' });
  });

export const handler = readChanges(querying());
