import { calendarDays } from '#shared/domain/dates/calendar-days.ts';
import type { Level } from '#shared/domain/events/envelope.ts';
import { dyadsOf } from '#shared/domain/parties/dyad.ts';
import type { OccurredRange } from '#shared/domain/dates/occurred-range.ts';
import type { LifecycleEvent } from '#shared/domain/streams/lifecycle-event.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import { dayPlaces } from '#shared/projections/engine/day-index.ts';
import { asOfRows } from '#shared/projections/engine/as-of-rows.ts';

/** An event of a visit at its days in a calendar: enough to tell whether the visit's course is worth reading. */
export interface VisitDay extends OccurredRange, Pick<LifecycleEvent, 'id' | 'stream' | 'type' | 'modality'> {
  readonly level?: Level | undefined;
}

const daysOf = (event: SeenEvent): OccurredRange =>
  calendarDays({ ...event, plannedFor: 'plannedFor' in event ? event.plannedFor : undefined });

/** Answers "which visits of this party, or between these two, are about these days?" */
export const visitDays = asOfRows<VisitDay>({
  name: 'visit-days',
  version: 1,
  places: (event) => {
    if (!event.stream.startsWith('visit/') || event.withdrawn !== undefined) return [];
    const parties = [...new Set(event.participants.map(({ party }) => party))];
    return dayPlaces([...parties, ...dyadsOf(parties)], daysOf(event), event.position);
  },
  entry: (event) => {
    const { id, stream, type, modality, level } = event;
    return { id, stream, type, modality, ...daysOf(event), ...(level && { level }) };
  },
});
