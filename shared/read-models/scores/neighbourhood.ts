import { daysLater, monthOf, monthsBetween, monthsLater } from '#shared/domain/dates/calendar.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { dedupeKeys } from '#shared/domain/events/duplicate.ts';
import { partiesOf } from '#shared/domain/events/multilateral.ts';
import { dyadOf } from '#shared/domain/parties/dyad.ts';
import { dyadsConcerned } from '#shared/domain/parties/dyads-concerned.ts';
import { areSuspects, type Suspectable, suspectable } from '#shared/domain/scoring/suspects.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import { dayPlaces, longOf } from '#shared/projections/engine/day-index.ts';
import type { EventFacets } from '#shared/projections/engine/event-list.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { documentSubjects } from '#shared/read-models/duplicates/document-subjects.ts';
import { dossiersName, timelineName } from '#shared/read-models/timeline/list-names.ts';
import { type Area, type AreaRead, isAmongLast, nameOf, readAreas, unread } from './areas.ts';

/** Adds an event to those with a key, which are in the order of their records. */
function inserted(same: Known[], it: Known): Known[] {
  let at = same.length;
  while (at > 0 && (same[at - 1]?.event.position ?? 0) > it.event.position) at -= 1;
  same.splice(at, 0, it);
  return same;
}

/** The events that an event is compared with at most: of those with a key in common the ones recorded last. */
const mostCompared = 100;
/** Days that a place among the usual ones spans at most. */
const usualDays = 31;

/** The areas in which an event's suspects are. A suspect that begins earlier by more than a month is a long one. */
function areasAround(event: SeenEvent): Area[] {
  const documents = documentSubjects(event).map((partition): Area => ({ list: dossiersName, partition }));
  const { from, to } = occurredRange(event.occurred);
  if (from === null || to === null || dedupeKeys(event).length === 0) return documents;
  const [one = '', other = ''] = partiesOf(event.participants).toSorted();
  const dyad = dyadOf(one, other);
  const first = monthOf(daysLater(from, -usualDays));
  const months = monthsBetween(first, monthOf(to)).map((month): Area => ({ list: timelineName, partition: dyad, month }));
  const before = monthsBetween(monthsLater(monthOf(from), -2), monthsLater(first, -1));
  return [...months, ...before.map((month): Area => ({ list: timelineName, partition: longOf(dyad), month })), ...documents];
} // prettier-ignore

/** The places of an event in lists, with the names of the areas that they are in. */
function placesOf(event: SeenEvent): { readonly area: string; readonly place: string }[] {
  const days = occurredRange(event.occurred);
  const month = days.from === null ? undefined : monthOf(days.from);
  const inDays = month === undefined ? [] : dayPlaces(dyadsConcerned(event), days, event.position);
  const inDocuments = dayPlaces(documentSubjects(event), days, event.position);
  return [
    ...inDays.map(({ partition, sort }) => ({ area: nameOf({ list: timelineName, partition, month }), place: sort })),
    ...inDocuments.map(({ partition, sort }) => ({ area: nameOf({ list: dossiersName, partition }), place: sort })),
  ];
}

const mayCount = ({ withdrawn, modality }: Pick<EventFacets, 'withdrawn' | 'modality'>): boolean =>
  withdrawn === undefined && modality === 'held';

/** Events among which suspects are found, as they are while changes go on. */
export interface Neighbourhood {
  /** Takes an event as a change makes it. */
  readonly moved: (event: SeenEvent) => void;
  /** The ids of all that any of some events resembles. */
  readonly met: (events: readonly SeenEvent[]) => Set<string>;
  /** The ids of what an event resembles that is wanted, what was recorded last first. */
  readonly resembling: (event: SeenEvent, isWanted: (id: string) => boolean) => string[];
}

/**
 * Reads the events among which the suspects of some events are, as the store has them: a query for the months of a dyad
 * in a row that they may have begun in, and all documents that they rest on in a call for fifty.
 */
export async function neighbourhoodOf(store: RowReader, events: readonly SeenEvent[]): Promise<Neighbourhood> {
  const areas = new Map(events.flatMap(areasAround).map((area) => [nameOf(area), unread(area)]));
  const byKey = new Map<string, Known[]>();
  const known = new Map<string, Known>();
  const know = (event: SeenEvent) => {
    const one = suspectable({ ...event, ...occurredRange(event.occurred) });
    const before = known.get(event.id);
    const it: Known = { event, one, isIn: before?.isIn ?? new Map<AreaRead, string>() };
    for (const key of before?.one.keys ?? []) byKey.set(key, (byKey.get(key) ?? []).filter((each) => each !== before));
    known.set(event.id, it);
    for (const key of one.keys) byKey.set(key, inserted(byKey.get(key) ?? [], it));
  };
  const types = new Set<string>(events.map(({ type }) => type));
  const passes = (facets: EventFacets) => types.has(facets.type) && mayCount(facets);
  await readAreas(store, [...areas.values()], passes, (area, place, event) => {
    if (!known.has(event.id)) know(event);
    known.get(event.id)?.isIn.set(area, place);
  });
  /** Looks at what has a key in common with an event, what was recorded last first. */
  function* near(event: SeenEvent, isWanted: (id: string) => boolean): Generator<string> {
    const one = suspectable({ ...event, ...occurredRange(event.occurred) });
    const around = areasAround(event).flatMap((area) => areas.get(nameOf(area)) ?? []);
    const found = new Set(
      one.keys.flatMap((key) => {
        const same = (byKey.get(key) ?? []).toReversed().values();
        return same.filter(({ isIn }) => around.some((area) => isAmongLast(area, isIn.get(area)))).take(mostCompared).toArray();
      }),
    );
    const lastFirst = [...found].toSorted((a, b) => b.event.position - a.event.position).slice(0, mostCompared);
    for (const other of lastFirst) if (isWanted(other.event.id) && areSuspects(one, other.one)) yield other.event.id;
  }
  return {
    moved: (event) => {
      know(event);
      const isIn = known.get(event.id)?.isIn;
      isIn?.clear();
      for (const { area: name, place } of placesOf(event)) {
        const area = areas.get(name);
        if (area === undefined) continue;
        if (!area.places.has(place)) area.first = undefined;
        area.places.add(place);
        if (mayCount(event)) isIn?.set(area, place);
      }
    },
    met: (some) => {
      const found = new Set<string>();
      for (const event of some) for (const id of near(event, (each) => !found.has(each))) found.add(id);
      return found;
    },
    resembling: (event, isWanted) => near(event, isWanted).toArray(),
  };
} // prettier-ignore

interface Known {
  readonly event: SeenEvent;
  readonly one: Suspectable;
  /** Its place in each area that it is in. */
  readonly isIn: Map<AreaRead, string>;
}
