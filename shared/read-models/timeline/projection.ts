import { dyadsConcerned } from '#shared/domain/parties/dyads-concerned.ts';
import { longOf } from '#shared/projections/engine/day-index.ts';
import { eventList, type ListedEvent } from '#shared/projections/engine/event-list.ts';

export type TimelineEntry = ListedEvent;

/** Rows of a dyad whose events span at most a month, and those that span more. */
export const shortEvents = (dyad: string): string => dyad;
export const longEvents = (dyad: string): string => longOf(dyad);

/** Answers "what happened between these two, in order?", now and as it was known at any time. */
export const timeline = eventList({ name: 'timeline', version: 2, subjects: dyadsConcerned });
