import type { Participant } from './participant.ts';

/** An event of more parties is multilateral: it says little about any two of them. */
export const mostBilateral = 8;

/** Returns the parties of an event, each once, whatever their roles. */
export const partiesOf = (participants: readonly Pick<Participant, 'party'>[]): string[] => [
  ...new Set(participants.map(({ party }) => party)),
];

/**
 * Returns whether an event has more than `mostBilateral` parties, so that it is listed for each party instead of each
 * pair.
 */
export const isMultilateral = (participants: readonly Pick<Participant, 'party'>[]): boolean =>
  participants.length > mostBilateral && partiesOf(participants).length > mostBilateral;
