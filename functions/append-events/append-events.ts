import {
  appendNotingDuplicates,
  attachOrAppend,
  type NotedAppend,
} from '#shared/api/appending/append-noting-duplicates.ts';
import { appendReply } from '#shared/api/appending/append-reply.ts';
import { eventsAt } from '#shared/api/appending/events-at.ts';
import { json, subjectOf } from '#shared/api/protocol/http-request.ts';
import { appendEventsRequest, requireAttachable } from '#shared/api/requests/append-events.ts';
import { type Parsed, parseRequest } from '#shared/api/protocol/parse-request.ts';
import { expectedVersion, preferredWait } from '#shared/api/protocol/preconditions.ts';
import { etag } from '#shared/api/protocol/problem-of.ts';
import { waitWithin, within } from '#shared/api/appending/time-left.ts';
import { refuseOversized } from '#shared/api/appending/refuse-oversized.ts';
import type { AppendRequest } from '#shared/ledger/append.ts';
import { httpFunction } from '#functions/adapters/http-function.ts';
import { logWarning } from '#functions/adapters/log-warning.ts';
import { appending, type Appending } from '#functions/adapters/appending.ts';

/** `POST /streams/{category}/{id}/events` */
export const appendEvents = (ports: Appending) =>
  httpFunction(async (request, timeLeft) => {
    const posted = parseRequest(appendEventsRequest, request, refuseOversized);
    const outcome = await recorded(ports, posted, {
      recordedBy: subjectOf(request),
      correlationId: posted.headers['x-correlation-id'],
      ...within(timeLeft),
    }).catch(eventsAt((pointer) => (Array.isArray(posted.body) ? pointer : '')));
    const { stream, version, versions } = outcome.appended;
    const wait = preferredWait(posted.headers.prefer);
    const position = wait === undefined ? undefined : await ports.catchUp(stream, version, waitWithin(wait, timeLeft));
    return json(versions.length > 0 ? 201 : 200, appendReply(outcome, ports.cursors, position), {
      ETag: etag(version),
      Location: `/streams/${stream}/events?from=${versions[0] ?? 1}`,
      ...(position !== undefined && { 'Preference-Applied': `wait=${wait}` }),
    });
  });

type PostedBy = Pick<AppendRequest, 'recordedBy' | 'correlationId' | 'hasTime'>;

/** Records what was posted, as events of their own or, where that is asked for, as reports of an event that is there already. */
async function recorded(
  ports: Appending,
  { path: stream, query, headers, body }: Parsed<typeof appendEventsRequest>,
  by: PostedBy,
): Promise<NotedAppend> {
  const idempotencyKey = headers['idempotency-key'];
  const to = { stream, expectedVersion: expectedVersion(headers), idempotencyKey, ...by };
  if (query.onDuplicate === 'record') {
    return appendNotingDuplicates(ports, { ...to, events: [body].flat() }, logWarning);
  }
  return attachOrAppend(ports, { ...to, events: [requireAttachable({ headers, body })] });
}

export const handler = appendEvents(appending());
