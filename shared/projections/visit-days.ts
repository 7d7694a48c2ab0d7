import { calendarDays } from '../domain/calendar-days.ts';
import type { Level } from '../domain/envelope.ts';
import { dyadsOf } from '../domain/dyad.ts';
import type { OccurredRange } from '../domain/occurred-range.ts';
import type { LifecycleEvent } from '../domain/lifecycle-event.ts';
import type { SeenEvent } from './change.ts';
import { dayPlaces } from './day-index.ts';
import { knowledge } from './knowledge.ts';

/** An event of a visit at its days in a calendar: enough to tell whether the visit's course is worth reading. */
export interface VisitDay extends OccurredRange, Pick<LifecycleEvent, 'id' | 'stream' | 'type' | 'modality'> {
  readonly level?: Level | undefined;
}

const daysOf = (event: SeenEvent): OccurredRange =>
  calendarDays({ ...event, plannedFor: 'plannedFor' in event ? event.plannedFor : undefined });

/** Answers "which visits of this party, or between these two, are about these days?" */
export const visitDays = knowledge<VisitDay>({
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
