import { dyadsOf } from '../domain/dyad.ts';
import type { SeenEvent } from './change.ts';
import { eventList, type ListedEvent } from './event-list.ts';

export { longEvents, shortEvents } from './event-list.ts';

export type TimelineEntry = ListedEvent;

/** The dyads on whose timeline an event shows: those of its participants, and those it is said to bear on. */
export const dyadsConcerned = (event: SeenEvent): string[] => [
  ...new Set([...dyadsOf(event.participants.map(({ party }) => party)), ...(event.bearsOn ?? [])]),
];

/** Answers "what happened between these two, in order?", now and as it was known at any time. */
export const timeline = eventList({ name: 'timeline', version: 2, subjects: dyadsConcerned });
