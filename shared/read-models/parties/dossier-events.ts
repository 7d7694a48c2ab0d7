import * as z from 'zod';
import { eventsQuery } from '#shared/api/protocol/event-list-query.ts';
import { ReadHeaders } from '#shared/api/protocol/list-parameters.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { listOf } from '#shared/api/protocol/query-responses.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { eventListReply } from '#shared/read-models/timeline/event-list-reply.ts';
import { TimelineEntry } from '#shared/read-models/timeline/timeline-entry.ts';
import { dossierPath } from './dossier-path.ts';
import { dossiers, dossierSubject } from './dossiers.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';

type DossierPath = typeof dossierPath;

/** The request for the events of a subject, which has these parts in its path. */
export const dossierEventsRequest = <const Part extends keyof DossierPath>(...parts: readonly Part[]) =>
  ({
    path: z.object(Object.fromEntries(parts.map((part) => [part, dossierPath[part]])) as Pick<DossierPath, Part>),
    headers: ReadHeaders,
    query: eventsQuery(),
  }) satisfies RequestContract;

/** The route of the events of a subject. */
export const dossierEvents = (...parts: readonly (keyof DossierPath)[]) =>
  queryResource(
    [dossiers, eventRows],
    () => dossierEventsRequest(...parts),
    async ({ path, query, ...call }) => {
      const file = `events-${Object.values(path)
        .join('-')
        .replaceAll(/[^\w-]+/g, '-')}`;
      return eventListReply(call, { list: dossiers, subject: dossierSubject(path), query, file });
    },
  );

/** Describes such a route. */
export const dossierEventsOperation = (what: string, description: string, request: RequestContract): Operation => ({
  summary: `The events of ${what}`,
  description: `${description} By day, with the filters of a relation's timeline.`,
  request,
  responses: listOf('A page of the events', TimelineEntry, {}, 'PageOfEvents'),
  problems: ['invalid-request', 'invalid-cursor', 'projection-lagging'],
});
