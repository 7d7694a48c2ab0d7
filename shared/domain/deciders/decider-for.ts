import { type Decider, RuleViolated } from '../decider.ts';
import { eventTypes } from '../event-types.ts';
import type { NewEvent } from '../new-event.ts';
import { type Category, splitStream } from '../stream-name.ts';
import { agreement } from './agreement.ts';
import { country } from './country.ts';
import { measure } from './measure.ts';
import { mission } from './mission.ts';
import { relation } from './relation.ts';
import { visit } from './visit.ts';

/**
 * The decider of a stream, its state left opaque for the ledger to carry as JSON. It refuses an event type that belongs to
 * another kind of stream, so that a category's own decider meets only its own types.
 */
export function deciderFor(stream: string): Decider<unknown, NewEvent> {
  const { category, id } = splitStream(stream);
  const decider = deciders[category](id);
  return {
    fold: decider.fold,
    initialState: decider.initialState,
    decide: (event, state) => {
      requireCategory(event.type, category);
      return decider.decide(event, state);
    },
    evolve: (state, event) => decider.evolve(state, event),
  };
}

const deciders: Readonly<Record<Category, (id: string) => Decider<unknown, NewEvent>>> = {
  visit: () => visit,
  agreement: () => agreement,
  measure: () => measure,
  mission,
  relation,
  country,
};

function requireCategory(type: NewEvent['type'], category: Category): void {
  const categories: readonly Category[] = eventTypes[type].categories;
  if (categories.includes(category)) return;
  const right = categories.map((name) => `${name}/…`).join(' or ');
  throw new RuleViolated('not-for-this-stream', `${type} is recorded in ${right}, not in ${category}/…`);
}
