import { type Decider, RuleViolated } from '../../shared/domain/decider.ts';
import { deciderFor } from '../../shared/domain/deciders/decider-for.ts';
import type { NewEvent } from '../../shared/domain/new-event.ts';

/** States are kept as JSON between commits. */
const kept = (state: unknown): unknown => JSON.parse(JSON.stringify(state));

/** Given what a stream holds; `when` a fact is reported, it is 'recorded' or refused: then the name of the rule is answered. */
export function given(stream: string, ...history: NewEvent[]) {
  const decider = deciderFor(stream);
  const state = history.reduce<unknown>((before, fact) => {
    const recorded = decider.decide(fact, before);
    return recorded.reduce((next, event) => kept(decider.evolve(next, event)), before);
  }, kept(decider.initialState));
  return { state, when: (fact: NewEvent) => outcome(decider, fact, state) };
}

function outcome(decider: Decider<unknown, NewEvent>, fact: NewEvent, state: unknown): string {
  try {
    const recorded = decider.decide(fact, state);
    return recorded.length === 1 && recorded[0] === fact ? 'recorded' : JSON.stringify(recorded);
  } catch (error) {
    if (error instanceof RuleViolated) return error.rule;
    throw error;
  }
}
