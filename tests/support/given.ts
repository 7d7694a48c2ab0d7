import { expect } from 'vitest';
import { RuleViolated } from '#shared/domain/streams/decider.ts';
import type { Corrected, StreamDecider } from '#shared/domain/streams/correctable.ts';
import { deciderFor } from '#shared/domain/streams/decider-for.ts';
import type { NewEvent } from '#shared/domain/events/new-event.ts';

/** Keeps a state as commits do, as JSON; folds one anew that has become stale. */
function kept(decider: StreamDecider, state: Corrected, events: readonly NewEvent[]): Corrected {
  const parsed: Corrected = JSON.parse(JSON.stringify(state));
  return decider.isStale(parsed) ? decider.foldAnew(events) : parsed;
}

/** Asserts what a decider makes of a fact. */
export interface Outcome {
  /** The fact is recorded as it was reported. */
  readonly thenRecorded: () => void;
  /** The stream holds it already: nothing is recorded. */
  readonly thenNothing: () => void;
  /** It is refused by the rule of this name. */
  readonly thenRefused: (rule: string) => void;
  /** It is refused, and clients are told why in these words. */
  readonly thenRefusedBecause: (explanation: string) => void;
}

/**
 * Folds what a stream holds; each of these facts must be accepted. `when` hands the decider another fact, whose outcome is then asserted:
 * `given(stream, announced).when(conducted).thenRecorded()`.
 */
export function given(stream: string, ...history: readonly NewEvent[]) {
  const decider = deciderFor(stream);
  const events: NewEvent[] = [];
  let state = decider.initialState;
  for (const fact of history) {
    for (const event of decider.decide(fact, state, events.length + 1)) {
      events.push(event);
      state = kept(decider, decider.evolve(state, event, events.length), events);
    }
  }
  const decided = (fact: NewEvent): readonly NewEvent[] | RuleViolated => {
    try {
      return decider.decide(fact, state, events.length + 1);
    } catch (error) {
      if (error instanceof RuleViolated) return error;
      throw error;
    }
  };
  const when = (fact: NewEvent): Outcome => {
    const outcome = decided(fact);
    return {
      thenRecorded: () => expect(outcome).toEqual([fact]),
      thenNothing: () => expect(outcome).toEqual([]),
      thenRefused: (rule) => expect(outcome).toMatchObject({ name: 'RuleViolated', rule }),
      thenRefusedBecause: (message) => expect(outcome).toMatchObject({ name: 'RuleViolated', message }),
    };
  };
  return { state, when };
}
