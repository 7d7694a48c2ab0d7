import { findsText } from '#shared/domain/search/finds-text.ts';
import { wordsOfEvent } from '#shared/domain/search/words-of-event.ts';
import { quadClassOf } from '#shared/domain/scoring/quad-class.ts';
import type { Page } from '#shared/page.ts';
import { maxPageBytes } from '#shared/page-size.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import type { EventFacets, EventList, ListedEvent } from '#shared/projections/engine/event-list.ts';
import { type ListRange, listEvents } from '#shared/projections/engine/list-events.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { multilateralOfBoth } from './multilateral.ts';

/** Which of a subject's events are asked for. */
export interface EventFilters {
  /**
   * First and last day of interest (`YYYY-MM-DD`): an event shows when any day it may have happened on lies between
   * them.
   */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly types?: readonly string[] | undefined;
  readonly modalities?: readonly string[] | undefined;
  /**
   * Admiralty credibility at least as good as this: 1 confirmed … 5 improbable; 6 (cannot be judged) lets everything
   * through.
   */
  readonly minCredibility?: number | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly quadClasses?: readonly string[] | undefined;
  /** Words and phrases that the texts of an event have. */
  readonly q?: string | undefined;
  /** What was known at this instant (UTC). */
  readonly asOf?: string | undefined;
  /** Whether events that were retracted or merged into others are shown. */
  readonly withWithdrawn?: boolean | undefined;
}

export interface EventsQuery extends EventFilters {
  /** What the events are about, as the list names it. */
  readonly subject: string;
  /** Whether multilateral events are shown that both parties of the subject, a dyad, take part in. */
  readonly withMultilateral?: boolean | undefined;
  readonly order: 'newest' | 'oldest';
  readonly limit: number;
  /** The place of the last entry of the page before. */
  readonly after?: string | undefined;
}

/**
 * The rows that one page reads at most: a filter that nearly nothing passes ends the page early instead of running out
 * of time.
 */
export const rowsPerPage = 5000;

/**
 * A page of the events of a subject: two queries of the rows of so many entries, and where these do not hold the
 * events, a batch of reads.
 */
export async function readEvents(store: RowReader, list: EventList, query: EventsQuery): Promise<Page<ListedEvent>> {
  const items: ListedEvent[] = [];
  let seen = 0;
  let bytes = 0;
  let at: string | undefined;
  for await (const listed of listEvents(store, list, rangeOf(store, query))) {
    const full = items.length === query.limit || seen >= rowsPerPage || bytes > maxPageBytes;
    if (full) return { items, ...(at !== undefined && { next: at }) };
    if (listed.event !== undefined) items.push(listed.event);
    seen += listed.rows;
    bytes += listed.bytes;
    at = listed.place;
  }
  return { items };
}

/** All events of a subject that pass, read as they are consumed, about `limit` at a time. */
export async function* eventsIn(store: RowReader, list: EventList, query: EventsQuery): AsyncGenerator<ListedEvent> {
  for await (const { event } of listEvents(store, list, rangeOf(store, query))) if (event !== undefined) yield event;
}

/** Entries that one query asks for at most: it returns 1 MB of rows, of a kilobyte each or less. */
export const mostTogether = 10_000;

/** Entries that are read at a time to search their texts, however few are asked for. */
const searchedTogether = 100;

/** A page takes one query of each kind of rows: what is read beyond its limit tells whether there is a next one. */
function rangeOf(store: RowReader, { subject, withMultilateral, limit, q, ...query }: EventsQuery): ListRange {
  const { from, to, after, asOf, ...filters } = query;
  const order = query.order === 'newest' ? 'descending' : 'ascending';
  const range = { from, to, after, asOf, order } as const;
  return {
    ...range,
    partition: subject,
    pageSize: Math.min(Math.max(limit, q === undefined ? 0 : searchedTogether), mostTogether) + 2,
    passes: (entry) => passes(entry, { from, to, ...filters }),
    ...(q !== undefined && { finds: (event: SeenEvent) => findsText(q, wordsOfEvent(event)) }),
    ...(withMultilateral === true && { others: [multilateralOfBoth(store, subject, range)] }),
  };
}

interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

function passes(entry: EventFacets & Days, query: EventFilters): boolean {
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
