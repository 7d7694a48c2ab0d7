import { dyadsOf } from './dyad.ts';
import type { DiplomaticEvent } from '#shared/domain/events/new-event.ts';

/** Returns the dyads whose timeline shows an event: those of its participants, and those it bears on. */
export const dyadsConcerned = ({ participants, bearsOn = [] }: DiplomaticEvent): string[] => [
  ...new Set([...dyadsOf(participants.map(({ party }) => party)), ...bearsOn]),
];
