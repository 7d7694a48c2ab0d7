import { expect } from 'vitest';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { casesAfter, type EventCase, type EventCases } from '#shared/domain/corrections/event-case.ts';
import { eventId } from '#shared/domain/events/event-address.ts';
import type { NewEvent } from '#shared/domain/events/new-event.ts';
import { deciderFor } from '#shared/domain/streams/decider-for.ts';
import { RuleViolated } from '#shared/domain/streams/decider.ts';
import type { StreamDecider, StreamState } from '#shared/domain/streams/correctable.ts';
import { sampleEvent } from './sample-event.ts';
import { recorder } from './recorder.ts';

/** States are kept as JSON between commits; one that has become stale is folded anew. */
function kept(decider: StreamDecider, state: StreamState, events: readonly NewEvent[]): StreamState {
  const parsed: StreamState = JSON.parse(JSON.stringify(state));
  return decider.isStale(parsed) ? decider.foldAnew(events) : parsed;
}

/** The case of an event as it was recorded; those of other streams were recorded before. */
export const caseOf = (event: NewEvent, stream: string, version: number, recordedAt = '2025-01-20'): EventCase => {
  if (isCorrection(event)) throw new Error('A correction has no case');
  return {
    event: { ...event, id: eventId(stream, version), stream, version, recordedAt, recordedBy: recorder() },
    isMergeTarget: false,
  };
};

/** Events of other streams that some may be merged into. */
const elsewhere: EventCases = new Map(
  ['visit/another', 'visit/third'].map((stream) => [
    eventId(stream, 1),
    caseOf(sampleEvent('VisitConducted'), stream, 1, '2025-01-01'),
  ]),
);

/** The cases of events that stand in a stream, corrections among them. */
export const casesOf = (stream: string, events: readonly NewEvent[]): EventCases =>
  casesAfter(
    new Map([
      ...elsewhere,
      ...events.flatMap((event, index) =>
        isCorrection(event) ? [] : [[eventId(stream, index + 1), caseOf(event, stream, index + 1)] as const],
      ),
    ]),
    events.filter(isCorrection),
  );

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
 * Folds what a stream holds; each of these facts must be accepted. `when` hands the decider another fact, whose outcome
 * is then asserted: `given(stream, announced).when(conducted).thenRecorded()`.
 */
export function given(stream: string, ...history: readonly NewEvent[]) {
  const decider = deciderFor(stream);
  const events: NewEvent[] = [];
  let state = decider.initialState;
  const record = (fact: NewEvent): void => {
    const before = casesOf(stream, events);
    for (const event of decider.decide(fact, state, events.length + 1, before)) {
      events.push(event);
      state = kept(decider, decider.evolve(state, event, events.length, before), events);
    }
  };
  for (const fact of history) record(fact);
  const decided = (fact: NewEvent): readonly NewEvent[] | RuleViolated => {
    try {
      return decider.decide(fact, state, events.length + 1, casesOf(stream, events));
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
