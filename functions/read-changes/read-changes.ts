import { changeColumns } from '#shared/read-models/parties/columns.ts';
import { feedCursor, feedPosition } from '#shared/feed/feed-cursor.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { readChangesRequest } from '#shared/api/requests/read-changes.ts';
import { readChanges as readPage } from '#shared/read-models/changes/query.ts';
import { changes } from '#shared/read-models/changes/change-log.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

/** `GET /changes` */
export const readChanges = (ports: Querying) =>
  queryFunction(
    [changes, eventRows],
    ports,
  )(async (request, readModels) => {
    const { after, limit, ...about } = parseRequest(readChangesRequest, request).query;
    const position = after === undefined ? 0 : feedPosition(ports.cursors, after, { parameter: 'after' });
    const page = await readPage(readModels, { ...about, after: position, limit });
    const { items } = page;
    const next = feedCursor(ports.cursors, page.next);
    return listReply(request, { items, next }, { file: 'changes', columns: changeColumns, parameter: 'after' });
  });

export const handler = readChanges(querying());
