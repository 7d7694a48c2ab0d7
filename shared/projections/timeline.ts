import { dyadsOf } from '../domain/dyad.ts';
import { occurredRange } from '../domain/occurred-range.ts';
import type { Change, SeenEvent } from './change.ts';
import type { Projection, RowKey } from './projection.ts';
import { rowId, type StoredRow } from './read-models.ts';

/** An event on the timeline of a dyad, with the days (`YYYY-MM-DD`) between which it happened; `null` is open or unknown. */
export type TimelineEntry = SeenEvent & { readonly from: string | null; readonly to: string | null };

/**
 * What was known since an instant of an event that has its place here; `null`: a correction has put it elsewhere. An event whose date or
 * parties were corrected has had several places, and each keeps a row for everything that was ever known there: what was known at an
 * instant is found at each of them, and a row is written once and never grows.
 */
export interface Knowledge {
  readonly since: string;
  readonly entry: TimelineEntry | null;
}

/** Events that span more than this many days are kept apart, so that a date range finds them without reading all that went before. */
export const shortDays = 31;

/** Rows of a dyad whose events span at most `shortDays`, and those that span more. */
export const shortEvents = (dyad: string): string => dyad;
export const longEvents = (dyad: string): string => `${dyad}/long`;

/** Sorts by the first day, then by position; an open beginning comes first. */
export const timelineSort = (from: string | null, position: number): string =>
  `${from ?? openBeginning}#${paddedPosition(position)}`;
const openBeginning = '!';

const paddedPosition = (position: number): string => String(position).padStart(12, '0');

/** The dyads on whose timeline an event shows: those of its participants, and those it is said to bear on. */
export const dyadsConcerned = (event: SeenEvent): string[] => [
  ...new Set([...dyadsOf(event.participants.map(({ party }) => party)), ...(event.bearsOn ?? [])]),
];

/** Answers "what happened between these two, in order?", now and as it was known at any time. */
export const timeline: Projection<Knowledge, Change> = {
  name: 'timeline',
  version: 2,
  keys: ({ before, after, position }) => {
    const places = [...(before === undefined ? [] : placesOf(before)), ...placesOf(after)];
    const rows = places.map(({ partition, sort }) => ({ partition, sort: knowledgeSort(sort, position) }));
    return [...new Map(rows.map((row) => [rowId(row), row])).values()];
  },
  project: (_row, { after, recordedAt, position }, key) => {
    const here = placesOf(after).some(
      ({ partition, sort }) => partition === key.partition && knowledgeSort(sort, position) === key.sort,
    );
    return { since: recordedAt, entry: here ? { ...after, ...occurredRange(after.occurred) } : null };
  },
};

/** The rows of a place in the order in which they came to be known: `<place>#<position of what made it known>`. */
const knowledgeSort = (place: string, position: number): string => `${place}#${paddedPosition(position)}`;

/** The place that a row is about. */
export const placeOf = (sort: string): string => sort.slice(0, sort.lastIndexOf('#'));

function placesOf(event: SeenEvent): RowKey[] {
  const { from, to } = occurredRange(event.occurred);
  const partition = spanDays(from, to) > shortDays ? longEvents : shortEvents;
  const sort = timelineSort(from, event.position);
  return dyadsConcerned(event).map((dyad) => ({ partition: partition(dyad), sort }));
}

/** What is known at a place, or was at an instant (UTC), out of all its rows in any order; `undefined`: nothing. */
export function knownAt(rows: readonly StoredRow[], instant: string | undefined): TimelineEntry | undefined {
  const inOrder = rows.toSorted((a, b) => a.position - b.position).map(({ data }) => data as Knowledge);
  return inOrder.findLast(({ since }) => instant === undefined || since <= instant)?.entry ?? undefined;
}

const dayMs = 24 * 60 * 60 * 1000;

const spanDays = (from: string | null, to: string | null): number =>
  from === null || to === null ? Number.POSITIVE_INFINITY : (Date.parse(to) - Date.parse(from)) / dayMs + 1;
