import { type Decider, RuleViolated } from '../decider.ts';
import { mentionedParties } from '../mentioned-parties.ts';
import type { EventOf } from '../new-event.ts';

/** A country's context remembers nothing: its events may repeat, and none rules another out. */
export type Country = Readonly<Record<string, never>>;

/** Context at home, such as an election or a change of government: every event names the country. */
export const country = (code: string): Decider<Country, EventOf<'country'>> => ({
  fold: 3,
  initialState: {},

  decide: (event) => {
    if (mentionedParties(event).has(code)) return [event];
    throw new RuleViolated(
      'country-not-mentioned',
      `An event of ${code} must name it among its participants, third parties or the relations it bears on`,
    );
  },

  evolve: (state) => state,

  restsOn: () => false,
});
