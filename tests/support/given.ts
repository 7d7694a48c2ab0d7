import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { casesAfter, type EventCase, type EventCases } from '#shared/domain/corrections/event-case.ts';
import { eventId } from '#shared/domain/events/event-address.ts';
import type { NewEvent } from '#shared/domain/events/new-event.ts';
import { deciderFor } from '#shared/domain/streams/decider-for.ts';
import { RuleViolated } from '#shared/domain/streams/decider.ts';
import type { StreamDecider, StreamState } from '#shared/domain/streams/correctable.ts';
import { sampleEvent } from './sample-event.ts';

/** States are kept as JSON between commits; one that has become stale is folded anew. */
function kept(decider: StreamDecider, state: StreamState, events: readonly NewEvent[]): StreamState {
  const parsed: StreamState = JSON.parse(JSON.stringify(state));
  return decider.isStale(parsed) ? decider.foldAnew(events) : parsed;
}

/** The case of an event as it was recorded; those of other streams were recorded before. */
export const caseOf = (event: NewEvent, stream: string, version: number, recordedAt = '2025-01-20'): EventCase => {
  if (isCorrection(event)) throw new Error('A correction has no case');
  return {
    event: { ...event, id: eventId(stream, version), stream, version, recordedAt, recordedBy: 'analyst' },
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

/**
 * Given what a stream holds; `when` a fact is reported, it is 'recorded', or '[]' is; or it is refused: then the name of the rule is
 * answered, and by `explained` the reason that people get.
 */
export function given(stream: string, ...history: NewEvent[]) {
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
  const outcome = (fact: NewEvent, explain: (refusal: RuleViolated) => string): string => {
    try {
      const recorded = decider.decide(fact, state, events.length + 1, casesOf(stream, events));
      return recorded.length === 1 && recorded[0] === fact ? 'recorded' : JSON.stringify(recorded);
    } catch (error) {
      if (error instanceof RuleViolated) return explain(error);
      throw error;
    }
  };
  return {
    state,
    when: (fact: NewEvent) => outcome(fact, ({ rule }) => rule),
    explained: (fact: NewEvent) => outcome(fact, ({ message }) => message),
  };
}
