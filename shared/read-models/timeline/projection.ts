import { dyadsConcerned } from '#shared/domain/parties/dyads-concerned.ts';
import { eventList, type ListedEvent } from '#shared/projections/engine/event-list.ts';
import { timelineName } from './list-names.ts';

export type TimelineEntry = ListedEvent;

/** Answers "what happened between these two, in order?", now and as it was known at any time. */
export const timeline = eventList({ ...timelineName, subjects: dyadsConcerned });
