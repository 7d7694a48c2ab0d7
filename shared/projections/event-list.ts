import { occurredRange } from '../domain/occurred-range.ts';
import type { Change, SeenEvent } from './change.ts';
import { type Knowledge, knowledge, paddedPosition } from './knowledge.ts';
import type { Projection, ProjectionName, RowKey } from './projection.ts';

/** An event in a list, with the days (`YYYY-MM-DD`) between which it happened; `null` is open or unknown. */
export type ListedEvent = SeenEvent & { readonly from: string | null; readonly to: string | null };

/** Lists of events by what they are about, each in the order of the days that the events began on. */
export type EventList = Projection<Knowledge<ListedEvent>, Change>;

/** Events that span more than this many days are kept apart, so that a date range finds them without reading all that went before. */
export const shortDays = 31;

/** The rows of a subject whose events span at most `shortDays`, and those that span more. */
export const shortEvents = (subject: string): string => subject;
export const longEvents = (subject: string): string => `${subject}/long`;

/** Sorts by the first day, then by position; an open beginning comes first. */
export const eventSort = (from: string | null, position: number): string =>
  `${from ?? openBeginning}#${paddedPosition(position)}`;
const openBeginning = '!';

/** A read model that lists, under each of its subjects, every event with what was known of it at any time. */
export function eventList({
  subjects,
  ...named
}: ProjectionName & { readonly subjects: (event: SeenEvent) => readonly string[] }): EventList {
  return knowledge<ListedEvent>({
    ...named,
    places: (event): RowKey[] => {
      const { from, to } = occurredRange(event.occurred);
      const partition = spanDays(from, to) > shortDays ? longEvents : shortEvents;
      const sort = eventSort(from, event.position);
      return subjects(event).map((subject) => ({ partition: partition(subject), sort }));
    },
    entry: (event) => ({ ...event, ...occurredRange(event.occurred) }),
  });
}

const dayMs = 24 * 60 * 60 * 1000;

const spanDays = (from: string | null, to: string | null): number =>
  from === null || to === null ? Number.POSITIVE_INFINITY : (Date.parse(to) - Date.parse(from)) / dayMs + 1;
