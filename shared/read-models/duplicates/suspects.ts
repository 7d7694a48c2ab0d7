import { dedupeKeys, duplicateFinder } from '#shared/domain/events/duplicate.ts';
import { likenessOf } from '#shared/domain/events/likeness.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import type { Page } from '#shared/page.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import { daySort } from '#shared/projections/engine/day-index.ts';
import type { EventFacets, EventList } from '#shared/projections/engine/event-list.ts';
import { listEvents } from '#shared/projections/engine/list-events.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { restingOnTheSame } from './same-documents.ts';

/** Two events that are probably one. */
export interface Suspicion {
  readonly of: string;
  readonly id: string;
  readonly reason: string;
}

/** Events of one type between the same parties that are probably one, connected by suspicions. */
export interface SuspectGroup {
  /** In the order of their days. */
  readonly events: readonly SeenEvent[];
  readonly suspicions: readonly Suspicion[];
}

/** A page of suspected duplicates. */
export interface SuspectsPage extends Page<SuspectGroup> {
  readonly isCut: boolean;
}

export interface SuspectsAsked {
  readonly list: EventList;
  /** What the events are about, as the list names it. */
  readonly subject: string;
  /** The events that are looked at for one page. */
  readonly limit: number;
  /** The place of the last event of the page before. */
  readonly after?: string | undefined;
}

/**
 * Lists groups of suspected duplicates among the events of a subject, the oldest first: of the events that a page looks
 * at, and of those later in the list that these resemble. Each suspicion is on the page of the earlier of its events.
 * A page takes one reading of the list, and one of the documents that its events rest on; `isCut` says that it did not
 * read all of what it looked for.
 */
export async function suspectsIn(store: RowReader, asked: SuspectsAsked): Promise<SuspectsPage> {
  const { looked, listed, next, isCut } = await eventsLookedAt(store, asked);
  const resting = await restingOnTheSame(store, looked, new Set(listed.map(({ id }) => id)));
  const known = new Map([...listed, ...resting.events].map((event) => [event.id, event] as const));
  const newestFirst = [...known.values()].toSorted((a, b) => b.position - a.position);
  const find = duplicateFinder(newestFirst.map((event) => ({ id: event.id, ...likenessOf(event) })));
  const places = new Map([...known].map(([id, event]) => [id, placeIn(event)]));
  const suspicions = looked.flatMap((event) => {
    const isLater = (id: string) => (places.get(id) ?? '') > placeIn(event);
    return find(event, isLater).map(({ id, reason }) => ({ of: event.id, id, reason }));
  });
  const items = groupsOf(suspicions, known);
  return { items, isCut: isCut || resting.isCut, ...(next !== undefined && { next }) };
}

/** The rows of the list in which a page looks for events, and those that it reads in all to compare them with. */
const mostRowsLooked = 1000;
export const mostRows = 2000;

interface LookedAt {
  /** The events of the page. */
  readonly looked: readonly SeenEvent[];
  /** They, and those after them that may have happened on the same days. */
  readonly listed: readonly SeenEvent[];
  readonly next?: string;
  /** Whether more than is read may have happened on the same days. */
  readonly isCut: boolean;
}

/** Reads the events of a page, and goes on to the last day of any of them: what it resembles begins by then. */
async function eventsLookedAt(store: RowReader, { list, subject, limit, after }: SuspectsAsked): Promise<LookedAt> {
  const looked: SeenEvent[] = [];
  const others: SeenEvent[] = [];
  let rows = 0;
  let at: string | undefined;
  let lastDay = '';
  let [isFull, isCut] = [false, false];
  let next: string | undefined;
  const types = new Set<string>();
  const range = { partition: subject, after, order: 'ascending', pageSize: limit + 100 } as const;
  const passes = ({ type, withdrawn }: EventFacets) => withdrawn === undefined && (!isFull || types.has(type));
  for await (const { event, place, rows: read } of listEvents(store, list, { ...range, passes })) {
    if (isFull) {
      next = at;
      if (dayIn(place) > lastDay) break;
      isCut = rows >= mostRows;
      if (isCut) break;
      if (event !== undefined) others.push(event);
    } else {
      if (event !== undefined) {
        looked.push(event);
        types.add(event.type);
        lastDay = latestOf(lastDay, lastDayCompared(event));
      }
      at = place;
    }
    rows += read;
    isFull ||= looked.length === limit || rows >= mostRowsLooked;
  }
  return { looked, listed: [...looked, ...others], isCut, ...(next !== undefined && { next }) };
}

/** The last day on which an event may have happened; empty where its date is too vague to be compared. */
const lastDayCompared = (event: SeenEvent): string =>
  dedupeKeys(event).length === 0 ? '' : (occurredRange(event.occurred).to ?? '');

const latestOf = (a: string, b: string): string => (a > b ? a : b);

const dayIn = (place: string): string => place.slice(0, place.indexOf('#'));

const placeIn = (event: SeenEvent): string => daySort(occurredRange(event.occurred).from, event.position);

/** Joins suspicions that share an event. */
function groupsOf(suspicions: readonly Suspicion[], known: ReadonlyMap<string, SeenEvent>): SuspectGroup[] {
  const groupOf = new Map<string, { ids: Set<string>; suspicions: Suspicion[] }>();
  for (const one of suspicions) {
    const [first, second] = [groupOf.get(one.of), groupOf.get(one.id)];
    const joined = first ?? second ?? { ids: new Set<string>(), suspicions: [] };
    joined.suspicions.push(one, ...(second === undefined || second === joined ? [] : second.suspicions));
    for (const id of [one.of, one.id, ...(second?.ids ?? [])]) {
      joined.ids.add(id);
      groupOf.set(id, joined);
    }
  }
  return [...new Set(groupOf.values())].map((group) => ({
    events: [...group.ids].flatMap((id) => known.get(id) ?? []).toSorted((a, b) => (placeIn(a) < placeIn(b) ? -1 : 1)),
    suspicions: group.suspicions,
  }));
}
