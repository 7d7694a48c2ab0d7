import { quadClassOf } from '../domain/cameo.ts';
import { jsonBytes, maxPageBytes } from '../page-size.ts';
import { storedPartition } from './projection.ts';
import type { ReadModels } from './read-models.ts';
import { knownAt, type KnowledgeRow, placeOf, rowsByPlace } from './knowledge.ts';
import { type EventList, type ListedEvent, longEvents, shortDays, shortEvents } from './event-list.ts';

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

export interface EventsPage {
  readonly items: readonly ListedEvent[];
  /** Absent at the end; otherwise where the next page goes on. */
  readonly next?: string;
}

type Row = KnowledgeRow<ListedEvent>;

/** Rows looked at for one page: a filter that nearly nothing passes ends the page early instead of running out of time. */
const rowsPerPage = 5000;

/** A page of the events of a subject: two queries of the rows of so many entries. */
export async function readEvents(
  store: Pick<ReadModels, 'rows'>,
  list: EventList,
  query: EventsQuery,
): Promise<EventsPage> {
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
    bytes += jsonBytes(rows);
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
  for await (const rows of rowsByPlace(candidates(store, list, query))) {
    const entry = knownAt(rows, query.asOf);
    if (entry !== undefined && passes(entry, query)) yield entry;
  }
}

/** Long and short events in one order. The short ones that began before the range by more than they can last are not read. */
async function* candidates(store: Pick<ReadModels, 'rows'>, list: EventList, query: EventsQuery): AsyncGenerator<Row> {
  const newest = query.order === 'newest';
  const bounds = (first: string | undefined) => {
    const past = query.after === undefined ? undefined : newest ? query.after : `${query.after}~`;
    const last = query.to === undefined ? undefined : `${query.to}#~`;
    return newest ? { from: first, to: smallest(last, past) } : { from: largest(first, past), to: last };
  };
  const rows = (partition: string, first: string | undefined): AsyncIterator<Row> => {
    const found = store.rows({
      partition: storedPartition(list, partition),
      order: newest ? 'descending' : 'ascending',
      ...bounds(first),
      pageSize: Math.min(query.limit + 1, 1000),
    });
    return (found as AsyncIterable<Row>)[Symbol.asyncIterator]();
  };
  const short = rows(
    shortEvents(query.subject),
    query.from === undefined ? undefined : daysBefore(query.from, shortDays),
  );
  const long = rows(longEvents(query.subject), undefined);
  let [a, b] = await Promise.all([short.next(), long.next()]);
  while (!a.done || !b.done) {
    const takeShort = b.done || (!a.done && (newest ? a.value.sort > b.value.sort : a.value.sort < b.value.sort));
    if (takeShort && !a.done) {
      yield a.value;
      a = await short.next();
    } else if (!b.done) {
      yield b.value;
      b = await long.next();
    }
  }
}

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

const smallest = (a: string | undefined, b: string | undefined) =>
  a === undefined || (b !== undefined && b < a) ? b : a;
const largest = (a: string | undefined, b: string | undefined) =>
  a === undefined || (b !== undefined && b > a) ? b : a;

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
