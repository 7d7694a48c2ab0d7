import { dyadsOf } from './dyad.ts';
import type { DiplomaticEvent } from '#shared/domain/events/new-event.ts';

/** The dyads on whose timeline an event shows: those of its participants, and those it is said to bear on. */
export const dyadsConcerned = ({ participants, bearsOn = [] }: DiplomaticEvent): string[] => [
  ...new Set([...dyadsOf(participants.map(({ party }) => party)), ...bearsOn]),
];
