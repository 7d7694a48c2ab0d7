import { type Decider, RuleViolated } from './decider.ts';
import { mentionedParties } from '#shared/domain/parties/mentioned-parties.ts';
import type { EventOf } from '#shared/domain/events/new-event.ts';

/** A country's context remembers nothing: its events may repeat, and none rules another out. */
export type Country = Readonly<Record<string, never>>;

/** Context at home, such as an election or a change of government: every event names the country. */
export function country(code: string): Decider<Country, EventOf<'country'>> {
  const requireOwn = (event: EventOf<'country'>): void => {
    if (mentionedParties(event).has(code)) return;
    throw new RuleViolated(
      'country-not-mentioned',
      `An event of ${code} must name it among its participants, third parties or the relations it bears on`,
    );
  };
  return {
    fold: 4,
    initialState: {},
    requireOwn,

    decide: (event) => {
      requireOwn(event);
      return [event];
    },

    evolve: (state) => state,
  };
}
