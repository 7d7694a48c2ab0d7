import { calendarDays } from '#shared/domain/dates/calendar-days.ts';
import type { OccurredRange } from '#shared/domain/dates/occurred-range.ts';
import type { LifecycleEvent } from '#shared/domain/streams/lifecycle-event.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import { dayPlaces } from '#shared/projections/engine/day-index.ts';
import { asOfRows } from '#shared/projections/engine/as-of-rows.ts';

/** An event of a visit at its days in a calendar: enough to tell whether the visit's lifecycle is worth reading. */
export interface VisitDay extends OccurredRange, Pick<LifecycleEvent, 'id' | 'stream'> {
  /** Those that take part, each once. */
  readonly parties: readonly string[];
}

const daysOf = (event: SeenEvent): OccurredRange =>
  calendarDays({ ...event, plannedFor: 'plannedFor' in event ? event.plannedFor : undefined });

const partiesOf = ({ participants }: SeenEvent): string[] => [...new Set(participants.map(({ party }) => party))];

/** Answers "which visits of this party are about these days?"; those between two are among those of each. */
export const visitDays = asOfRows<VisitDay>({
  name: 'visit-days',
  version: 3,
  places: (event) => {
    if (!event.stream.startsWith('visit/') || event.withdrawn !== undefined) return [];
    return dayPlaces(partiesOf(event), daysOf(event), event.position);
  },
  entry: (event) => ({ id: event.id, stream: event.stream, parties: partiesOf(event), ...daysOf(event) }),
});
