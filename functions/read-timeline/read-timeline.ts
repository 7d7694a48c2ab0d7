import { forDyad } from '../../shared/http/for-dyad.ts';
import { eventListReply } from '../../shared/http/event-list-reply.ts';
import { readTimelineRequest } from '../../shared/http/requests/read-timeline.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { timeline } from '../../shared/projections/timeline.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

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
