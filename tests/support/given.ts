import { RuleViolated } from '#shared/domain/streams/decider.ts';
import type { Corrected, StreamDecider } from '#shared/domain/streams/correctable.ts';
import { deciderFor } from '#shared/domain/streams/decider-for.ts';
import type { NewEvent } from '#shared/domain/events/new-event.ts';

/** States are kept as JSON between commits; one that has become stale is folded anew. */
function kept(decider: StreamDecider, state: Corrected, events: readonly NewEvent[]): Corrected {
  const parsed: Corrected = JSON.parse(JSON.stringify(state));
  return decider.isStale(parsed) ? decider.foldAnew(events) : parsed;
}

/**
 * Given what a stream holds; `when` a fact is reported, it is 'recorded', or '[]' is; or it is refused: then the name of the rule is
 * answered, and by `explained` the reason that people get.
 */
export function given(stream: string, ...history: NewEvent[]) {
  const decider = deciderFor(stream);
  const events: NewEvent[] = [];
  let state = decider.initialState;
  for (const fact of history) {
    for (const event of decider.decide(fact, state, events.length + 1)) {
      events.push(event);
      state = kept(decider, decider.evolve(state, event, events.length), events);
    }
  }
  const outcome = (fact: NewEvent, told: (refusal: RuleViolated) => string): string => {
    try {
      const recorded = decider.decide(fact, state, events.length + 1);
      return recorded.length === 1 && recorded[0] === fact ? 'recorded' : JSON.stringify(recorded);
    } catch (error) {
      if (error instanceof RuleViolated) return told(error);
      throw error;
    }
  };
  return {
    state,
    when: (fact: NewEvent) => outcome(fact, ({ rule }) => rule),
    explained: (fact: NewEvent) => outcome(fact, ({ message }) => message),
  };
}
