import {
  appendNotingDuplicates,
  attachOrAppend,
  type NotedAppend,
} from '../../shared/http/append-noting-duplicates.ts';
import { appendReply } from '../../shared/http/append-reply.ts';
import { eventsAt } from '../../shared/http/events-at.ts';
import { json, subjectOf } from '../../shared/http/http-request.ts';
import { appendEventsRequest, requireAttachable } from '../../shared/http/requests/append-events.ts';
import { type Parsed, parseRequest } from '../../shared/http/parse-request.ts';
import { expectedVersion, preferredWait } from '../../shared/http/preconditions.ts';
import { etag } from '../../shared/http/problem-of.ts';
import { refuseOversized } from '../../shared/http/refuse-oversized.ts';
import type { AppendRequest } from '../../shared/ledger/append.ts';
import { httpFunction } from '../middleware/http-function.ts';
import { noticed } from '../middleware/noticed.ts';
import { appending, type Appending } from '../wiring/appending.ts';

/** `POST /streams/{category}/{id}/events` */
export const appendEvents = (ports: Appending) =>
  httpFunction(async (request) => {
    const posted = parseRequest(appendEventsRequest, request, refuseOversized);
    const outcome = await recorded(ports, posted, {
      recordedBy: subjectOf(request),
      correlationId: posted.headers['x-correlation-id'],
    }).catch(eventsAt((pointer) => (Array.isArray(posted.body) ? pointer : '')));
    const { stream, version, versions } = outcome.appended;
    const wait = preferredWait(posted.headers.prefer);
    const position = wait === undefined ? undefined : await ports.arrival(stream, version, wait);
    return json(versions.length > 0 ? 201 : 200, appendReply(outcome, ports.cursors, position), {
      ETag: etag(version),
      Location: `/streams/${stream}/events?from=${versions[0] ?? 1}`,
      ...(position !== undefined && { 'Preference-Applied': `wait=${wait}` }),
    });
  });

type PostedBy = Pick<AppendRequest, 'recordedBy' | 'correlationId'>;

/** Records what was posted, as events of their own or, where that is asked for, as reports of an event that is there already. */
async function recorded(
  ports: Appending,
  { path: stream, query, headers, body }: Parsed<typeof appendEventsRequest>,
  by: PostedBy,
): Promise<NotedAppend> {
  const idempotencyKey = headers['idempotency-key'];
  const to = { stream, expectedVersion: expectedVersion(headers), idempotencyKey, ...by };
  if (query.onDuplicate === 'record') {
    return appendNotingDuplicates(ports, { ...to, events: [body].flat() }, noticed);
  }
  return attachOrAppend(ports, { ...to, events: [requireAttachable({ headers, body })] });
}

export const handler = appendEvents(appending());
