import { quadClassOf } from '#shared/domain/scoring/quad-class.ts';
import type { Page } from '#shared/page.ts';
import { maxPageBytes, replyBytes } from '#shared/page-size.ts';
import { rowsBetween } from '#shared/projections/engine/day-index.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { knownAt, knownOf, placeOf, rowsByPlace } from '#shared/projections/engine/as-of-rows.ts';
import type { EventList, ListedEvent } from '#shared/projections/engine/event-list.ts';

/** Which of a subject's events are asked for. */
export interface EventFilters {
  /** First and last day of interest (`YYYY-MM-DD`): an event shows when any day it may have happened on lies between them. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly types?: readonly string[] | undefined;
  readonly modalities?: readonly string[] | undefined;
  /** Admiralty credibility at least as good as this: 1 confirmed … 5 improbable; 6 (cannot be judged) lets everything through. */
  readonly minCredibility?: number | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly quadClasses?: readonly string[] | undefined;
  /** What was known at this instant (UTC). */
  readonly asOf?: string | undefined;
  /** Whether events that were retracted or merged into others are shown. */
  readonly withWithdrawn?: boolean | undefined;
}

export interface EventsQuery extends EventFilters {
  /** What the events are about, as the list names it. */
  readonly subject: string;
  readonly order: 'newest' | 'oldest';
  readonly limit: number;
  /** The place of the last entry of the page before. */
  readonly after?: string | undefined;
}

/** Rows looked at for one page: a filter that nearly nothing passes ends the page early instead of running out of time. */
const rowsPerPage = 5000;

/** A page of the events of a subject: two queries of the rows of so many entries. */
export async function readEvents(
  store: Pick<ReadModels, 'rows'>,
  list: EventList,
  query: EventsQuery,
): Promise<Page<ListedEvent>> {
  const items: ListedEvent[] = [];
  let seen = 0;
  let bytes = 0;
  let at: string | undefined;
  for await (const rows of rowsByPlace(candidates(store, list, query))) {
    const full = items.length === query.limit || seen >= rowsPerPage || bytes > maxPageBytes;
    if (full) return { items, ...(at !== undefined && { next: at }) };
    const entry = knownAt(rows, query.asOf);
    if (entry !== undefined && passes(entry, query)) items.push(entry);
    seen += rows.length;
    bytes += replyBytes(rows);
    at = placeOf(rows[0]?.sort ?? '');
  }
  return { items };
}

/** All events of a subject that pass, read as they are consumed, about `limit` at a time. */
export async function* eventsIn(
  store: Pick<ReadModels, 'rows'>,
  list: EventList,
  query: EventsQuery,
): AsyncGenerator<ListedEvent> {
  for await (const { entry } of knownOf(candidates(store, list, query), query.asOf)) {
    if (passes(entry, query)) yield entry;
  }
}

/** The short ones that began before the range by more than they can last are not read. */
const candidates = (
  store: Pick<ReadModels, 'rows'>,
  list: EventList,
  { subject, order, from, to, after, limit }: EventsQuery,
) =>
  rowsBetween(store, list, {
    partition: subject,
    from,
    to,
    after,
    order: order === 'newest' ? 'descending' : 'ascending',
    pageSize: Math.min(limit + 1, 1000),
  });

function passes(entry: ListedEvent, query: EventFilters): boolean {
  const { from, to, types, modalities, topics, quadClasses, minCredibility } = query;
  return (
    (from === undefined || entry.to === null || entry.to >= from) &&
    (to === undefined || entry.from === null || entry.from <= to) &&
    (types === undefined || types.includes(entry.type)) &&
    (modalities === undefined || modalities.includes(entry.modality)) &&
    (topics === undefined || topics.some((topic) => entry.topics?.includes(topic))) &&
    (quadClasses === undefined || (entry.cameo !== undefined && quadClasses.includes(quadClassOf(entry.cameo)))) &&
    (minCredibility === undefined || (entry.evidence?.credibility ?? 6) <= minCredibility) &&
    (query.withWithdrawn === true || entry.withdrawn === undefined)
  );
}
