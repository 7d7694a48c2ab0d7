import * as z from 'zod';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { withCounts } from '#shared/domain/events/counted-evidence.ts';
import type { RecordedEvent } from '#shared/domain/events/recorded-event.ts';
import { computedPage } from '#shared/api/protocol/computed-page.ts';
import { Cursor } from '#shared/api/protocol/cursor-schema.ts';
import { EventAsRead } from '#shared/api/protocol/event-as-read.ts';
import { type HttpReply, json } from '#shared/api/protocol/http-request.ts';
import { asOfParameters, ReadHeaders, readParameters, wholeNumber } from '#shared/api/protocol/list-parameters.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { notFound } from '#shared/api/protocol/problem.ts';
import { listOf, oneOf } from '#shared/api/protocol/query-responses.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { TimelineEntry } from '#shared/read-models/timeline/timeline-entry.ts';
import { historyOf, type HistoryStep, recordOf } from './history.ts';
import { historyColumns } from './record-columns.ts';
import { eventPaths, shownEvent } from './shown-event.ts';

/** An event as a part of a path. */
const EventPath = z.object({
  eventId: z.string().meta({ description: 'The id of an event', examples: ['relation.BGD-PAK.7'] }),
});

const readEventRequest = () =>
  ({
    headers: ReadHeaders,
    query: z
      .strictObject({
        view: z.enum(['recorded', 'corrected']).default('recorded').meta({
          description: '`recorded`: the record, which never changes; `corrected`: the event as its corrections make it',
        }),
        ...asOfParameters,
        ...readParameters,
      })
      .refine(({ view, asOf }) => view === 'corrected' || asOf === undefined, {
        path: ['asOf'],
        error: 'Expected view=corrected with asOf: the record is the same at any time',
      }),
    path: EventPath,
  }) as const satisfies RequestContract;

/**
 * `GET /events/{eventId}`: the id is the address of the event, so that no index is read. A correction has one view:
 * nothing corrects it.
 */
export const readEvent = queryResource(
  [eventRows],
  readEventRequest,
  async ({ path: { eventId: id }, query, readModels, ledger }) => {
    const record = await recordOf({ ledger, readModels }, id);
    if (record === undefined) throw notFound(`There is no event ${id}`);
    if (isCorrection(record)) return json(200, record);
    const steps = await historyOf(readModels, record, query.asOf);
    return query.view === 'recorded' ? asRecorded(record, steps) : asCorrected(steps, `${id}, as of ${query.asOf}`);
  },
);

/** The record, which leads to its corrected view where that is another. */
function asRecorded(record: RecordedEvent, steps: readonly HistoryStep[]): HttpReply {
  const { corrected, history } = eventPaths(record.id);
  const latest = steps.length > 1 ? `, <${corrected}>; rel="latest-version"` : '';
  return json(200, record, { Link: `<${history}>; rel="version-history"${latest}` });
}

function asCorrected(steps: readonly HistoryStep[], what: string): HttpReply {
  const last = steps.at(-1);
  if (last === undefined) throw notFound(`There is no event ${what}`);
  return json(200, shownEvent(last.result), {
    Link: `<${eventPaths(last.result.id).history}>; rel="version-history"`,
  });
}

export const readEventOperation = (): Operation => ({
  summary: 'One event, as it was recorded or as it is known now',
  description:
    'The record never changes. Where corrections have made something else of it, a `Link` with rel="latest-version" leads to `?view=corrected`: the event as it ' +
    'is known now, or was at `asOf`, with its status. Every step is at `/events/{eventId}/history` (rel="version-history"). A correction is ' +
    'shown as recorded.',
  request: readEventRequest(),
  responses: oneOf(
    'The event; with `view=corrected` as a timeline shows it, with its `standing` and `links`',
    z.union([TimelineEntry, EventAsRead]),
  ),
  problems: ['invalid-request', 'not-found', 'projection-lagging', 'invalid-cursor'],
});

const readHistoryRequest = () =>
  ({
    headers: ReadHeaders,
    query: z.strictObject({
      ...asOfParameters,
      ...readParameters,
      limit: wholeNumber(1, 50).default(50).meta({ description: 'Steps in a page: each has a whole event in it' }),
      cursor: Cursor.optional(),
    }),
    path: EventPath,
  }) as const satisfies RequestContract;

/** `GET /events/{eventId}/history` */
export const readHistory = queryResource(
  [eventRows],
  readHistoryRequest,
  async ({ path: { eventId: id }, query: { asOf, limit, cursor }, readModels, ledger, cursors, request }) => {
    const record = await recordOf({ ledger, readModels }, id);
    if (record === undefined || isCorrection(record)) {
      throw notFound(`There is no event ${id}; a correction has no history of its own`);
    }
    const steps = await historyOf(readModels, record, asOf);
    const list = JSON.stringify(['history', id, asOf]);
    const { items, next } = computedPage(steps, { cursors, list, limit, cursor });
    const shown = items.map((step) => ({ ...step, result: withCounts(step.result) }));
    return listReply(request, { items: shown, next, more: { id } }, { file: `history-${id}`, columns: historyColumns });
  },
);

export const readHistoryOperation = (): Operation => ({
  summary: 'How an event came to be what it is known to be',
  description:
    'The event as first recorded, every correction with who recorded it and when, and the event after each; with `asOf` the steps up to then.',
  request: readHistoryRequest(),
  responses: listOf('A page of steps, oldest first', z.object({ record: EventAsRead, result: EventAsRead }), {
    id: z.string(),
  }),
  problems: ['invalid-request', 'not-found', 'projection-lagging', 'invalid-cursor'],
});
