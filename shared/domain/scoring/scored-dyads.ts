import { dyadsOf, splitPair } from '#shared/domain/parties/dyad.ts';
import { isMultilateral } from '#shared/domain/events/multilateral.ts';
import type { Participant, Role } from '#shared/domain/events/participant.ts';

/** The opposite roles: the first acts, the second is acted on. */
const acting: readonly Role[] = ['visitor', 'source', 'requester', 'sender', 'declarant'];
const facing: readonly Role[] = ['host', 'target', 'addressee', 'receiver', 'subject'];

export type Side = 'acting' | 'facing' | 'neither';

/** The sides that the parties of an event take; who only observes has none. */
export interface Sides {
  readonly of: ReadonlyMap<string, Side>;
  /** Whether there are two: parties of the same one do nothing to one another. */
  readonly areTwo: boolean;
}

/** Returns the sides of an event's parties. */
export function sidesOf(participants: readonly Pick<Participant, 'party' | 'role'>[]): Sides {
  const rolesOf = Map.groupBy(
    participants.filter(({ role }) => role !== 'observer'),
    ({ party }) => party,
  );
  const of = new Map([...rolesOf].map(([party, taken]) => [party, sideOf(taken.map(({ role }) => role))] as const));
  const found = new Set(of.values());
  return { of, areTwo: found.has('acting') && found.has('facing') };
}

/** Says whether two parties of an event, by their sides, are scored against each other. */
export const isScored = (one: Side | undefined, other: Side | undefined, areTwo: boolean): boolean =>
  one !== undefined && other !== undefined && (!areTwo || one !== other || one === 'neither');

/**
 * Returns the dyads that an event is scored for: those of its participants. Where it has two sides, parties of the same
 * side are not scored against each other: two states that impose a sanction on a third do nothing to one another.
 * Observers are not scored. A multilateral event has none of its own: each pair takes its share when it is asked for.
 */
export function scoredDyads(participants: readonly Pick<Participant, 'party' | 'role'>[]): string[] {
  if (isMultilateral(participants)) return [];
  const { of, areTwo } = sidesOf(participants);
  return dyadsOf([...of.keys()]).filter((dyad) => {
    const [one, other] = (splitPair(dyad) ?? []).map((party) => of.get(party));
    return isScored(one, other, areTwo);
  });
}

function sideOf(roles: readonly Role[]): Side {
  if (roles.every((role) => acting.includes(role))) return 'acting';
  return roles.every((role) => facing.includes(role)) ? 'facing' : 'neither';
}
