import { timelineQuery } from '#shared/api/protocol/event-list-query.ts';
import { forDyad } from '#shared/api/protocol/for-dyad.ts';
import { DyadPath, ReadHeaders } from '#shared/api/protocol/list-parameters.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { listOf, toCanonicalDyad } from '#shared/api/protocol/query-responses.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { eventListReply } from './event-list-reply.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';
import { timeline } from './projection.ts';
import { TimelineEntry } from './timeline-entry.ts';

export const readTimelineRequest = () =>
  ({
    path: DyadPath,
    headers: ReadHeaders,
    query: timelineQuery(),
  }) as const satisfies RequestContract;

/** `GET /relations/{dyad}/timeline` */
export const readTimeline = queryResource(
  [timeline, eventRows],
  readTimelineRequest,
  async ({ path, query, ...call }) =>
    forDyad(call.request, { dyad: path.dyad, rest: '/timeline' }, async (dyad) =>
      eventListReply(call, { list: timeline, subject: dyad, query, file: `timeline-${dyad}` }),
    ),
);

export const readTimelineOperation = (): Operation => ({
  summary: 'The bilateral timeline of a dyad',
  description:
    'Every event between two parties or bearing on them, by the day it happened; hypothetical and background events too; those of more than eight parties with `include=multilateral`. ' +
    'The dyad is the two party codes in order, such as BGD-PAK.',
  request: readTimelineRequest(),
  responses: { ...listOf('A page of the timeline', TimelineEntry), ...toCanonicalDyad },
  problems: ['invalid-request', 'invalid-cursor', 'not-found', 'projection-lagging'],
});
