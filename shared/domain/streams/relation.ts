import { type Decider, RuleViolated } from './decider.ts';
import { isMembershipEvent, membershipPairs, mostMembershipPairs } from '#shared/domain/lifecycles/membership-steps.ts';
import { splitPair } from '#shared/domain/parties/dyad.ts';
import { mentionedParties } from '#shared/domain/parties/mentioned-parties.ts';
import type { EventOf } from '#shared/domain/events/new-event.ts';
import { isKnown, laterOf, type Milestone, milestone, refuse, standingAt } from './milestone.ts';

type RelationEvent = EventOf<'relation'>;
type Status = 'established' | 'restored' | 'severed';
type Step = Milestone<Status>;

/** Whether two parties have diplomatic relations, as far as is known; of all else a relation remembers nothing. */
export interface Relation {
  readonly last?: Step;
}

/**
 * What passes between two parties, or bears on them: every event names both. Relations are established, severed and
 * restored in turn; a severance may not have been reported. Everything else may repeat, and none rules another out.
 * Again: the last of those three, with its date, records nothing. Late: one from plainly before it is recorded and
 * changes nothing.
 */
export function relation(dyad: string): Decider<Relation, RelationEvent> {
  const parties = splitPair(dyad) ?? [];
  /** The step in the relation of this stream's own parties; one of others may bear on it. */
  const stepOf = (event: RelationEvent): Step | undefined => {
    const status = event.modality === 'held' ? statusAfter[event.type] : undefined;
    const theirs = parties.every((code) => event.participants.some(({ party }) => party === code));
    return status !== undefined && theirs ? milestone(status, event) : undefined;
  };
  const requireOwn = (event: RelationEvent): void => {
    refuseTooMany(event);
    const mentioned = mentionedParties(event);
    const missing = parties.find((party) => !mentioned.has(party));
    if (missing === undefined) return;
    throw new RuleViolated(
      'parties-not-of-this-relation',
      `An event of ${dyad} must name ${missing} among its participants, third parties or the relations it bears on`,
    );
  };
  return {
    fold: 4,
    initialState: {},

    requireOwn,

    decide: (event, { last }) => {
      requireOwn(event);
      const step = stepOf(event);
      if (step === undefined) return [event];
      if (isKnown(step, last)) return [];
      refuseContradiction(step, last);
      return [event];
    },

    evolve: (state, event) => {
      const step = stepOf(event);
      return step === undefined ? state : { last: laterOf(state.last, step) };
    },
  };
}

const statusAfter: Partial<Readonly<Record<string, Status>>> = {
  RelationsEstablished: 'established',
  RelationsRestored: 'restored',
  RelationsSevered: 'severed',
};

/** The types of the steps: what a commit with one of them records depends on what the relation has. */
export const relationSteps: ReadonlySet<string> = new Set(Object.keys(statusAfter));

/** Each pair of a member and an organisation is a row of the read model. */
function refuseTooMany(event: RelationEvent): void {
  const count = isMembershipEvent(event) ? membershipPairs(event).length : 0;
  if (count <= mostMembershipPairs) return;
  throw new RuleViolated(
    'too-many-pairs',
    `One event has at most ${mostMembershipPairs} pairs of a member and an organisation, not ${count}: record several`,
  );
}

/** Relations that were severed may be established anew, and relations be restored whose severance nobody reported. */
function refuseContradiction([status, occurred]: Step, last: Step | undefined): void {
  const standing = standingAt(occurred, last)?.[0];
  if (status === 'severed' && standing === 'severed') {
    refuse('relations-already-severed', 'Diplomatic relations have already been severed', last);
  }
  if (status === 'established' && (standing === 'established' || standing === 'restored')) {
    refuse('relations-already-established', 'Diplomatic relations exist already', last);
  }
  if (status === 'restored' && standing === 'restored') {
    refuse('relations-already-restored', 'Diplomatic relations have already been restored', last);
  }
}
