import { dyadsConcerned } from '../domain/dyads-concerned.ts';
import { occurredRange } from '../domain/occurred-range.ts';
import type { SeenEvent } from './change.ts';
import { knowledge, paddedPosition } from './knowledge.ts';
import type { RowKey } from './projection.ts';

/** An event on the timeline of a dyad, with the days (`YYYY-MM-DD`) between which it happened; `null` is open or unknown. */
export type TimelineEntry = SeenEvent & { readonly from: string | null; readonly to: string | null };

/** Events that span more than this many days are kept apart, so that a date range finds them without reading all that went before. */
export const shortDays = 31;

/** Rows of a dyad whose events span at most `shortDays`, and those that span more. */
export const shortEvents = (dyad: string): string => dyad;
export const longEvents = (dyad: string): string => `${dyad}/long`;

/** Sorts by the first day, then by position; an open beginning comes first. */
export const timelineSort = (from: string | null, position: number): string =>
  `${from ?? openBeginning}#${paddedPosition(position)}`;
const openBeginning = '!';

/** Answers "what happened between these two, in order?", now and as it was known at any time. */
export const timeline = knowledge<TimelineEntry>({
  name: 'timeline',
  version: 2,
  places: placesOf,
  entry: (event) => ({ ...event, ...occurredRange(event.occurred) }),
});

function placesOf(event: SeenEvent): RowKey[] {
  const { from, to } = occurredRange(event.occurred);
  const partition = spanDays(from, to) > shortDays ? longEvents : shortEvents;
  const sort = timelineSort(from, event.position);
  return dyadsConcerned(event).map((dyad) => ({ partition: partition(dyad), sort }));
}

const dayMs = 24 * 60 * 60 * 1000;

/** How many days lie between two, both included; without end when one of them is open. */
export const spanDays = (from: string | null, to: string | null): number =>
  from === null || to === null ? Number.POSITIVE_INFINITY : (Date.parse(to) - Date.parse(from)) / dayMs + 1;
