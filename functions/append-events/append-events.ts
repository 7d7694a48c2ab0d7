import { appendReply } from '../../shared/http/append-reply.ts';
import { eventsAt } from '../../shared/http/events-at.ts';
import { json, subjectOf } from '../../shared/http/http-request.ts';
import { appendEventsRequest } from '../../shared/http/requests/append-events.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { expectedVersion, preferredWait } from '../../shared/http/preconditions.ts';
import { etag } from '../../shared/http/problem-of.ts';
import { refuseOversized } from '../../shared/http/refuse-oversized.ts';
import { httpFunction } from '../middleware/http-function.ts';
import { appending, type Appending } from '../wiring/appending.ts';

/** `POST /streams/{category}/{id}/events` */
export const appendEvents = ({ append, arrival, cursors }: Appending) =>
  httpFunction(async (request) => {
    const { path: stream, headers, body } = parseRequest(appendEventsRequest, request, refuseOversized);
    const appended = await append({
      stream,
      expectedVersion: expectedVersion(headers),
      idempotencyKey: headers['idempotency-key'],
      events: Array.isArray(body) ? body : [body],
      recordedBy: subjectOf(request),
    }).catch(eventsAt((pointer) => (Array.isArray(body) ? pointer : '')));
    const wait = preferredWait(headers.prefer);
    const position = wait === undefined ? undefined : await arrival(stream, appended.version, wait);
    return json(appended.versions.length > 0 ? 201 : 200, appendReply(appended, cursors, position), {
      ETag: etag(appended.version),
      Location: `/streams/${stream}/events?from=${appended.versions[0] ?? 1}`,
      ...(position !== undefined && { 'Preference-Applied': `wait=${wait}` }),
    });
  });

export const handler = appendEvents(appending());
