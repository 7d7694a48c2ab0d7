import type { LifecycleEvent } from '#shared/domain/streams/lifecycle-event.ts';
import { type OccurredRange, occurredRange } from './occurred-range.ts';

/** Whether an event of a visit may say for which days the visit is planned. */
export const announcesVisit = (type: string): boolean => type === 'VisitAnnounced' || type === 'VisitPostponed';

/** The days by which a calendar sorts an event of a visit: an announcement without days counts on the day that it was made. */
export const calendarDays = ({
  type,
  plannedFor,
  occurred,
}: Pick<LifecycleEvent, 'type' | 'plannedFor' | 'occurred'>): OccurredRange =>
  occurredRange((announcesVisit(type) ? plannedFor : undefined) ?? occurred);
