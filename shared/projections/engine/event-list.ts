import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import type { Change, SeenEvent } from './change.ts';
import { dayPlaces } from './day-index.ts';
import { type AsOfRows, asOfRows } from './as-of-rows.ts';
import type { Projection, ProjectionName } from './projection.ts';

/** An event in a list, with the days (`YYYY-MM-DD`) between which it happened; `null` is open or unknown. */
export type ListedEvent = SeenEvent & { readonly from: string | null; readonly to: string | null };

/** Lists of events by what they are about, each in the order of the days that the events began on. */
export type EventList = Projection<AsOfRows<ListedEvent>, Change>;

/** A read model that lists, under each of its subjects, every event with what was known of it at any time. */
export const eventList = ({
  subjects,
  ...named
}: ProjectionName & { readonly subjects: (event: SeenEvent) => readonly string[] }): EventList =>
  asOfRows<ListedEvent>({
    ...named,
    places: (event) => dayPlaces(subjects(event), occurredRange(event.occurred), event.position),
    entry: (event) => ({ ...event, ...occurredRange(event.occurred) }),
  });
