import type { Participant, Role } from './participant.ts';

/** The rule of who takes part in an event of a type. */
export interface Participation {
  /** Roles that must be taken, each by other parties than the others. */
  readonly needs: readonly Role[];
  /** Roles that may be taken besides. */
  readonly allows: readonly Role[];
  /** So many different parties take part at least. */
  readonly parties: number;
}

const needing = (needs: readonly Role[], ...allows: readonly Role[]): Participation => ({
  needs,
  allows,
  parties: needs.length,
});
const amongTwo = (...allows: readonly Role[]): Participation => ({ needs: [], allows, parties: 2 });

export const visitorAndHost = needing(['visitor', 'host'], 'participant', 'observer');
export const inContact = amongTwo('participant', 'host', 'visitor', 'mediator', 'observer');
export const withMediator = needing(['mediator', 'participant'], 'host', 'observer');
export const atOdds = amongTwo('participant', 'source', 'target', 'mediator', 'observer');
export const declarant = needing(['declarant'], 'addressee', 'subject');
export const requesterAndAddressee = needing(['requester', 'addressee'], 'observer');
export const sourceAndTarget = needing(['source', 'target'], 'observer');
/** The signatories are the parties by which, or for which, it happens. */
export const signatories = needing(['signatory'], 'mediator', 'host', 'observer');
/** The state that sends a mission or a diplomat, and the one that receives or expels. */
export const senderAndReceiver = needing(['sender', 'receiver']);
export const relating = amongTwo('participant', 'source', 'target', 'mediator');
export const sharing = amongTwo('participant', 'source', 'target');
export const cooperating = amongTwo('participant', 'host', 'visitor', 'observer');
export const layingDownArms = amongTwo('participant', 'declarant', 'addressee', 'mediator', 'host', 'observer');
export const subject = needing(['subject'], 'participant', 'source', 'target');

/** A violation by an event's participants. */
export interface ParticipationFault {
  readonly message: string;
  /** Which of them has a role that it cannot have; absent: it is about all of them. */
  readonly index?: number;
}

/** Returns every violation by an event's participants; none when they satisfy the rule of its type. */
export function participationFaults(
  rule: Participation,
  participants: readonly Pick<Participant, 'party' | 'role'>[],
): ParticipationFault[] {
  const { needs, parties } = rule;
  const roles = [...needs, ...rule.allows];
  const inRole = (role: Role) => new Set(participants.filter((some) => some.role === role).map(({ party }) => party));
  const missing = needs.filter((role) => inRole(role).size === 0);
  const [first, ...others] = needs.map(inRole);
  const both = [...(first ?? [])].filter((party) => others.some((other) => other.has(party)));
  const different = new Set(participants.map(({ party }) => party));
  return [
    ...participants
      .map(({ role }, index) => ({ role, index, message: `expected one of ${roles.join(', ')}, got ${role}` }))
      .filter(({ role }) => !roles.includes(role)),
    ...missing.map((role) => ({ message: `expected ${inWords(rule)}, got none as ${role}` })),
    ...both.map((party) => ({ message: `expected different parties as ${needs.join(' and ')}, got ${party} as both` })),
    ...(needs.length === 0 && different.size < parties
      ? [{ message: `expected ${inWords(rule)}, got only ${[...different].join(', ')}` }]
      : []),
  ];
}

/** Describes the participants that a rule requires. */
const inWords = ({ needs, parties }: Participation): string =>
  needs.length === 0 ? `at least ${parties} different parties` : `a participant as ${needs.join(' and one as ')}`;

/** Describes the participants that a rule requires and allows. */
export const rolesInWords = (rule: Participation): string =>
  `Expects ${inWords(rule)}${rule.allows.length === 0 ? '' : `; allows ${rule.allows.join(', ')}`}`;
