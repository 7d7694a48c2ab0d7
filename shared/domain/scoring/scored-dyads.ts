import { dyadsOf, splitPair } from '#shared/domain/parties/dyad.ts';
import type { Participant, Role } from '#shared/domain/events/participant.ts';

/** The opposite roles: the first acts, the second is acted on. */
const acting: readonly Role[] = ['visitor', 'source', 'requester', 'sender', 'declarant'];
const facing: readonly Role[] = ['host', 'target', 'addressee', 'receiver', 'subject'];

type Side = 'acting' | 'facing' | 'neither';

/**
 * Returns the dyads that an event is scored for: those of its participants. Where it has two sides, parties of the same
 * side are not scored against each other: two states that impose a sanction on a third do nothing to one another.
 * Observers are not scored.
 */
export function scoredDyads(participants: readonly Pick<Participant, 'party' | 'role'>[]): string[] {
  const rolesOf = Map.groupBy(
    participants.filter(({ role }) => role !== 'observer'),
    ({ party }) => party,
  );
  const sides = new Map([...rolesOf].map(([party, taken]) => [party, sideOf(taken.map(({ role }) => role))]));
  const all = dyadsOf([...sides.keys()]);
  const found = new Set(sides.values());
  if (!found.has('acting') || !found.has('facing')) return all;
  return all.filter((dyad) => {
    const [one, other] = (splitPair(dyad) ?? []).map((party) => sides.get(party));
    return one !== other || one === 'neither';
  });
}

function sideOf(roles: readonly Role[]): Side {
  if (roles.every((role) => acting.includes(role))) return 'acting';
  return roles.every((role) => facing.includes(role)) ? 'facing' : 'neither';
}
