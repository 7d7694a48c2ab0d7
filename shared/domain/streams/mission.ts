import { type Decider, RuleViolated } from './decider.ts';
import { splitPair } from '#shared/domain/parties/dyad.ts';
import { isKnown, laterOf, plainlyBefore } from './milestone.ts';
import { refuseConsulate, refuseContradiction } from './mission-rules.ts';
import {
  consulateOf,
  type Mission,
  type MissionEvent,
  type MissionStep,
  mostConsulates,
  stepOf,
  threadOf,
} from './mission-steps.ts';

/**
 * The mission of `SENDER-RECEIVER` (Vienna Convention 1961): opened and closed, its rank raised and lowered, its
 * ambassadors nominated, accepted, accredited, recalled, returned or expelled. Most steps may go unreported. Each
 * consular post has a state of its own. That there was a mission on a day is recorded whatever is known, and rules
 * nothing out: neither its opening before nor after. Again: the last step of its thread, with its date, rank and
 * person, records nothing; an expulsion of others than the ambassador is always recorded. Late: what happened plainly
 * before the step that would rule it out is recorded and changes nothing.
 */
export function mission(pair: string): Decider<Mission, MissionEvent> {
  const requireOwn = (event: MissionEvent): void => requireParties(event, pair);
  return {
    fold: 5,
    initialState: {},

    requireOwn,

    decide: (event, state) => {
      requireOwn(event);
      const step = stepOf(event);
      if (step === undefined) return [event];
      const consulate = consulateOf(event);
      const known = consulate === undefined ? state[threadOf[event.type]] : state.consulates?.[consulate];
      if (isKnown(step, known)) return [];
      if (consulate === undefined) refuseContradiction(step, state);
      else refuseConsulate(consulate, step, state.consulates);
      return [event];
    },

    evolve: (state, event) => {
      const step = stepOf(event);
      if (step === undefined) return state;
      const consulate = consulateOf(event);
      if (consulate !== undefined) return { ...state, consulates: withConsulate(state.consulates, consulate, step) };
      const thread = threadOf[event.type];
      return { ...accredited(state, step), [thread]: laterOf(state[thread], step) };
    },
  };
}

/** Returns the consular posts after a step. A further one is left out when there are `mostConsulates`. */
function withConsulate(consulates: Mission['consulates'] = {}, name: string, step: MissionStep) {
  const full = consulates[name] === undefined && Object.keys(consulates).length >= mostConsulates;
  return full ? consulates : { ...consulates, [name]: laterOf(consulates[name], step) };
}

function requireParties({ participants }: MissionEvent, pair: string): void {
  const [sender, receiver] = splitPair(pair) ?? [];
  const parties: Readonly<Record<string, string | undefined>> = { sender, receiver };
  const stranger = participants.find(({ party, role }) => party !== parties[role]);
  if (stranger === undefined) return;
  throw new RuleViolated(
    'parties-not-of-this-mission',
    `The mission ${pair} has ${sender} as sender and ${receiver} as receiver, not ${stranger.party} as ${stranger.role}`,
  );
}

/** A nominee who presents credentials is one no longer. */
function accredited({ nominee, ...state }: Mission, [status, occurred]: MissionStep): Mission {
  if (nominee === undefined) return state;
  return status === 'credentials presented' && !plainlyBefore(occurred, nominee[1]) ? state : { ...state, nominee };
}
