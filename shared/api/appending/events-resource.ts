import * as z from 'zod';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { given } from '#shared/domain/events/explained.ts';
import { type DiplomaticEvent, NewEvent } from '#shared/domain/events/new-event.ts';
import { withDatedParties } from '#shared/domain/events/with-dated-parties.ts';
import { json } from '#shared/api/protocol/http-request.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { Parsed, RequestContract } from '#shared/api/protocol/parse-request.ts';
import { AppendHeaders, expectedVersion, preferredWait } from '#shared/api/protocol/preconditions.ts';
import { invalidRequest, postedProblems, type Violation } from '#shared/api/protocol/problem.ts';
import { etag } from '#shared/api/protocol/problem-of.ts';
import { resource } from '#shared/api/protocol/resource.ts';
import { StreamPath } from '#shared/api/protocol/stream-path.ts';
import { appendNotingDuplicates, attachOrAppend, type NotedAppend } from './append-noting-duplicates.ts';
import type { AppendPorts } from './append-ports.ts';
import { appendReply } from './append-reply.ts';
import { AppendResponse } from './append-response.ts';
import { eventsAt } from './events-at.ts';
import { waitWithin, within } from './time-left.ts';
import { type PostedBy, postedBy } from './posted-by.ts';
import { refuseOversized } from './refuse-oversized.ts';

/**
 * One event, or a list of events that are recorded together; the response to a single event is that to a list of one.
 */
const EventOrEvents = z.union([NewEvent, z.array(NewEvent).min(1)], {
  error: ({ input }) => `expected an event or a list of events, got ${given(input)}`,
});

export const appendEventsRequest = () =>
  ({
    path: StreamPath,
    query: z.strictObject({
      onDuplicate: z
        .enum(['record', 'attach'])
        .default('record')
        .meta({
          description:
            '`record` an event that is probably recorded already, or `attach` its reports to the other, where there is ' +
            'exactly one of the same modality: only for one event with reports, without If-Match and If-None-Match',
        }),
    }),
    headers: AppendHeaders,
    body: EventOrEvents,
  }) as const satisfies RequestContract;

/** `POST /streams/{category}/{id}/events` */
export const appendEvents = resource(
  appendEventsRequest,
  async (ports: AppendPorts, posted, request, timeLeft) => {
    const outcome = await recorded(ports, posted, {
      ...postedBy(request, ports.clients),
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
  },
  (body) => {
    refuseOversized(body);
    return Array.isArray(body) ? body.map(withDatedParties) : withDatedParties(body);
  },
);

/**
 * Records what was posted, as events of their own or, with `onDuplicate=attach`, as reports of an event that is there
 * already.
 */
async function recorded(
  ports: AppendPorts,
  { path: stream, query, headers, body }: Parsed<ReturnType<typeof appendEventsRequest>>,
  by: PostedBy,
): Promise<NotedAppend> {
  const idempotencyKey = headers['idempotency-key'];
  const to = { stream, expectedVersion: expectedVersion(headers), idempotencyKey, ...by };
  if (query.onDuplicate === 'record') {
    return appendNotingDuplicates(ports, { ...to, events: [body].flat() }, ports.logWarning);
  }
  return attachOrAppend(ports, { ...to, events: [requireAttachable({ headers, body })] });
}

/**
 * The one event whose reports may be attached to another; throws the problem `invalid-request` when what was posted is
 * not that.
 */
function requireAttachable({
  headers,
  body,
}: Pick<Parsed<ReturnType<typeof appendEventsRequest>>, 'headers' | 'body'>): DiplomaticEvent {
  const [event, ...others] = [body].flat();
  const pointer = Array.isArray(body) ? '/0/evidence/reports' : '/evidence/reports';
  const oneEvent = event !== undefined && others.length === 0 && !isCorrection(event);
  const violations: Violation[] = (['if-match', 'if-none-match'] as const)
    .filter((header) => headers[header] !== undefined)
    .map((header) => ({ header, detail: `Expected none with ${attach}: which stream is appended to depends` }));
  if (!oneEvent)
    throw invalidRequest([
      { parameter: 'onDuplicate', detail: `Expected one event, no correction, with ${attach}` },
      ...violations,
    ]);
  if (event.evidence?.reports === undefined)
    violations.push({ pointer, detail: `Expected reports to attach, with ${attach}` });
  if (violations.length > 0) throw invalidRequest(violations);
  return event;
}

const attach = 'onDuplicate=attach';

export const appendEventsOperation = (): Operation => ({
  summary: 'Append events to a stream',
  description:
    'One event, or a list that is recorded together or not at all. Say with `If-Match` or `If-None-Match` what version the stream must have, ' +
    'and with an `Idempotency-Key` that a repetition is the same append.',
  request: appendEventsRequest(),
  responses: {
    201: {
      description: 'Recorded',
      content: { 'application/json': AppendResponse },
      headers: z.object({
        ETag: z.string().meta({ description: "The stream's version" }),
        Location: z.string().meta({ description: 'The recorded events' }),
      }),
    },
    200: { description: 'Nothing new to record', content: { 'application/json': AppendResponse } },
  },
  problems: [
    ...postedProblems,
    'version-conflict',
    'rule-violated',
    'not-yours-to-correct',
    'idempotency-key-reused',
    'stream-contended',
  ],
});
