import { type Decider, RuleViolated } from './decider.ts';
import { splitPair } from '#shared/domain/parties/dyad.ts';
import { isKnown, laterOf, plainlyBefore } from './milestone.ts';
import { refuseContradiction } from './mission-rules.ts';
import { type Mission, type MissionEvent, type MissionStep, stepOf, threadOf } from './mission-steps.ts';

/**
 * The mission of `SENDER-RECEIVER` (Vienna Convention 1961): opened and closed, its rank raised and lowered, its ambassadors nominated,
 * accepted, accredited, recalled, returned or expelled. Most steps may go unreported.
 * Again: the last step of its thread, with its date, rank and person, records nothing; an expulsion of others than the ambassador is
 * always recorded. Late: what happened plainly before the step that would rule it out is recorded and changes nothing.
 */
export function mission(pair: string): Decider<Mission, MissionEvent> {
  const requireOwn = (event: MissionEvent): void => requireParties(event, pair);
  return {
    fold: 4,
    initialState: {},

    requireOwn,

    decide: (event, state) => {
      requireOwn(event);
      const step = stepOf(event);
      if (step === undefined) return [event];
      if (isKnown(step, state[threadOf[event.type]])) return [];
      refuseContradiction(step, state);
      return [event];
    },

    evolve: (state, event) => {
      const step = stepOf(event);
      const thread = threadOf[event.type];
      return step === undefined ? state : { ...accredited(state, step), [thread]: laterOf(state[thread], step) };
    },
  };
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

/** Whoever presents credentials is a nominee no longer. */
function accredited({ nominee, ...state }: Mission, [status, occurred]: MissionStep): Mission {
  if (nominee === undefined) return state;
  return status === 'credentials presented' && !plainlyBefore(occurred, nominee[1]) ? state : { ...state, nominee };
}
