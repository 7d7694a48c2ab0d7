import type { Participant } from './participant.ts';

/** Of more parties than these an event is multilateral: it says little of any two of them. */
export const mostBilateral = 8;

/** Returns the parties of an event, each once, whatever their roles. */
export const partiesOf = (participants: readonly Pick<Participant, 'party'>[]): string[] => [
  ...new Set(participants.map(({ party }) => party)),
];

/** Says whether so many parties take part that an event is listed for each party, and not for each pair. */
export const isMultilateral = (participants: readonly Pick<Participant, 'party'>[]): boolean =>
  participants.length > mostBilateral && partiesOf(participants).length > mostBilateral;
