import { forDyad } from '#shared/api/protocol/for-dyad.ts';
import { eventListReply } from '#shared/read-models/timeline/event-list-reply.ts';
import { readTimelineRequest } from '#shared/api/requests/read-timeline.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

/** `GET /relations/{dyad}/timeline` */
export const readTimeline = (ports: Querying) =>
  queryFunction(
    [timeline],
    ports,
  )(async (request, readModels) => {
    const { path, query } = parseRequest(readTimelineRequest, request);
    return forDyad(request, { dyad: path.dyad, rest: '/timeline' }, async (dyad) =>
      eventListReply(
        request,
        { readModels, cursors: ports.cursors },
        { list: timeline, subject: dyad, query, file: `timeline-${dyad}` },
      ),
    );
  });

export const handler = readTimeline(querying());
