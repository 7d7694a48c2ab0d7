import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import type { Page } from '#shared/page.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import { daySort } from '#shared/projections/engine/day-index.ts';
import type { EventList } from '#shared/projections/engine/event-list.ts';
import { listEvents } from '#shared/projections/engine/list-events.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { rowsPerPage } from '#shared/read-models/timeline/query.ts';
import { duplicatesIn } from './query.ts';

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
 */
export async function suspectsIn(store: RowReader, asked: SuspectsAsked): Promise<Page<SuspectGroup>> {
  const { items: page, next } = await eventsLookedAt(store, asked);
  const { found, compared } = await duplicatesIn(store, page);
  const known = new Map([...compared, ...page.map((event) => [event.id, event] as const)]);
  const onPage = new Set(page.map(({ id }) => id));
  const suspicions = page.flatMap((event, index) =>
    (found[index] ?? []).flatMap(({ id, reason }) => {
      const other = known.get(id);
      if (other === undefined) return [];
      const [one, two] = placeIn(event) < placeIn(other) ? [event, other] : [other, event];
      return onPage.has(one.id) ? [{ of: one.id, id: two.id, reason }] : [];
    }),
  );
  const once = [...new Map(suspicions.map((one) => [`${one.of} ${one.id}`, one])).values()];
  return { items: groupsOf(once, known), ...(next !== undefined && { next }) };
}

async function eventsLookedAt(
  store: RowReader,
  { list, subject, limit, after }: SuspectsAsked,
): Promise<Page<SeenEvent>> {
  const items: SeenEvent[] = [];
  let rows = 0;
  let at: string | undefined;
  const range = { partition: subject, after, order: 'ascending', pageSize: limit + 2 } as const;
  const listed = listEvents(store, list, { ...range, passes: ({ withdrawn }) => withdrawn === undefined });
  for await (const { event, place, rows: read } of listed) {
    if (items.length === limit || rows >= rowsPerPage) return { items, ...(at !== undefined && { next: at }) };
    if (event !== undefined) items.push(event);
    rows += read;
    at = place;
  }
  return { items };
}

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
