import type { LifecycleEvent } from '#shared/domain/streams/lifecycle-event.ts';
import { type OccurredRange, occurredRange } from './occurred-range.ts';

/** Returns whether an event of a visit may have the planned days. */
export const announcesVisit = (type: string): boolean => type === 'VisitAnnounced' || type === 'VisitPostponed';

/**
 * Returns the days by which a calendar sorts an event of a visit: for an announcement without days, the day that it was
 * made.
 */
export const calendarDays = ({
  type,
  plannedFor,
  occurred,
}: Pick<LifecycleEvent, 'type' | 'plannedFor' | 'occurred'>): OccurredRange =>
  occurredRange((announcesVisit(type) ? plannedFor : undefined) ?? occurred);
