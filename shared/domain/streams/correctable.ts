import type { Correction } from '#shared/domain/corrections/correction.ts';
import { correctedEvent, type Correctness } from '#shared/domain/corrections/corrected-event.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { caseAfter, type EventCases } from '#shared/domain/corrections/event-case.ts';
import { parseEventAddress } from '#shared/domain/events/event-address.ts';
import type { DiplomaticEvent, NewEvent } from '#shared/domain/events/new-event.ts';
import { decideCorrection } from './correction-rules.ts';
import { type Decider, RuleViolated } from './decider.ts';

/**
 * A stream's own state. It is `null` when a correction has changed what it rests on: it can then only be had by folding
 * the stream anew, as it is corrected. What was withdrawn is not part of it.
 */
export type StreamState = readonly [own: unknown];

/**
 * The rules of a stream, in which every event may also be corrected. A correction needs the case of each event that it
 * names.
 */
export interface StreamDecider {
  /** Version of the fold; a state stored by another version is folded anew. */
  readonly fold: number;
  readonly initialState: StreamState;
  /** The facts to record; throws RuleViolated. `version` is the one that the fact would have in the stream. */
  decide(fact: NewEvent, state: StreamState, version: number, cases: EventCases): readonly NewEvent[];
  /** The state after a recorded fact; the cases are those before it. */
  evolve(state: StreamState, event: NewEvent, version: number, cases: EventCases): StreamState;
  /** Throws RuleViolated when an event, as it was corrected, belongs in another stream. */
  requireOwn(event: DiplomaticEvent): void;
  isStale(state: StreamState): boolean;
  /** The state of a whole stream, its events from version 1 on. */
  foldAnew(events: readonly NewEvent[]): StreamState;
}

/** Adds the rules of corrections to a category's own. */
export function correctable(stream: string, own: Decider<unknown, DiplomaticEvent>): StreamDecider {
  /** What one event alone makes of the initial state: an event is taken up by the state in no other way than this. */
  const contribution = (event: DiplomaticEvent & Correctness, version: number): string =>
    JSON.stringify(event.withdrawn === undefined ? own.evolve(own.initialState, event, version) : own.initialState);

  const changesState = (correction: Correction, cases: EventCases): boolean => {
    const before = cases.get(correction.of);
    if (before === undefined) throw new Error(`${correction.of} was not read`);
    const version = targetVersion(correction);
    return contribution(before.event, version) !== contribution(caseAfter(before, correction).event, version);
  };

  return {
    fold: own.fold,
    initialState: [own.initialState],
    requireOwn: (event) => own.requireOwn?.(event),
    isStale: ([state]) => state === null,

    decide: (event, [state], version, cases) => {
      if (isCorrection(event)) return decideCorrection(stream, event, version, cases);
      if (state === null) {
        throw new RuleViolated(
          'correction-ends-commit',
          'What follows a correction of what happened goes into a commit of its own',
        );
      }
      return own.decide(event, state, version);
    },

    evolve: ([state], event, version, cases) => {
      if (isCorrection(event)) return [state === null || changesState(event, cases) ? null : state];
      return [own.evolve(state, event, version)];
    },

    foldAnew: (events) => {
      const corrections = Map.groupBy(events.filter(isCorrection), targetVersion);
      let state = own.initialState;
      for (const [index, event] of events.entries()) {
        if (isCorrection(event)) continue;
        const version = index + 1;
        const known: DiplomaticEvent & Correctness = correctedEvent(event, corrections.get(version) ?? []);
        if (known.withdrawn === undefined) state = own.evolve(state, known, version);
      }
      return [state];
    },
  };
}

const targetVersion = ({ of }: Correction): number => parseEventAddress(of)?.version ?? 0;
