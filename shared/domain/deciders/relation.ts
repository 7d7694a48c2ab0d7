import { type Decider, RuleViolated } from '../decider.ts';
import { splitPair } from '../dyad.ts';
import { mentionedParties } from '../mentioned-parties.ts';
import type { EventOf } from '../new-event.ts';

/** A relation remembers nothing: its events may repeat, and none rules another out. */
export type Relation = Readonly<Record<string, never>>;

/** What passes between two parties, or bears on them: every event names both. */
export function relation(dyad: string): Decider<Relation, EventOf<'relation'>> {
  const parties = splitPair(dyad) ?? [];
  return {
    fold: 2,
    initialState: {},

    decide: (event) => {
      const mentioned = mentionedParties(event);
      const missing = parties.find((party) => !mentioned.has(party));
      if (missing === undefined) return [event];
      throw new RuleViolated(
        'parties-not-of-this-relation',
        `An event of ${dyad} must name ${missing} among its participants, third parties or the relations it bears on`,
      );
    },

    evolve: (state) => state,
  };
}
