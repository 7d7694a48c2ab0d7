import type * as z from 'zod';
import { withCounts, withoutReports } from '#shared/domain/events/counted-evidence.ts';
import type { EventList } from '#shared/projections/engine/event-list.ts';
import { readEvents } from './query.ts';
import type { HttpReply } from '#shared/api/protocol/http-request.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { eventsQuery, timelineQuery } from '#shared/api/protocol/event-list-query.ts';
import { filterOf } from '#shared/api/protocol/filter-parameters.ts';
import { signedPage } from '#shared/api/protocol/signed-page.ts';
import type { QueryCall } from '#shared/read-models/query-resource.ts';
import { timelineColumns } from './columns.ts';

export interface EventsAsked {
  readonly list: EventList;
  /** What the events are about, as the list names it. */
  readonly subject: string;
  readonly query: z.output<ReturnType<typeof eventsQuery>> | z.output<ReturnType<typeof timelineQuery>>;
  /** The name of the CSV file, without its ending. */
  readonly file: string;
}

/** A page of the events of a subject, with the filters that every such list has. */
export async function eventListReply(
  { request, readModels, cursors }: Pick<QueryCall, 'request' | 'readModels' | 'cursors'>,
  { list, subject, query, file }: EventsAsked,
): Promise<HttpReply> {
  const { cursor, limit, from, to, order, asOf } = query;
  const include: readonly string[] = query.include ?? [];
  const { modality: modalities, ...filter } = filterOf(query);
  const name = JSON.stringify([list.name, subject, include, from, to, order, asOf, modalities, filter]);
  const asked = {
    ...filter,
    from,
    to,
    order,
    asOf,
    modalities,
    subject,
    limit,
    withWithdrawn: include.includes('retracted'),
    withMultilateral: include.includes('multilateral'),
  };
  const page = await signedPage({ list: name, cursors, cursor }, async (after) =>
    readEvents(readModels, list, { ...asked, after }),
  );
  const items = include.includes('reports') ? page.items.map(withCounts) : page.items.map(withoutReports);
  return listReply(request, { ...page, items }, { file, columns: timelineColumns });
}
