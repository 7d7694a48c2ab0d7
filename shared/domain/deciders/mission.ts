import { type Decider, RuleViolated } from '../decider.ts';
import { splitPair } from '../dyad.ts';
import type { EventOf } from '../new-event.ts';

type MissionEvent = EventOf<'mission'>;

/** Whether the sender's mission at the receiver is open, as far as is known. */
export interface Mission {
  readonly status: 'unknown' | 'open' | 'closed';
}

/**
 * The mission of `SENDER-RECEIVER`: opened and closed in turn, its ambassador recalled only while it is not closed.
 * Sender and receiver take part in every event of it.
 */
export function mission(pair: string): Decider<Mission, MissionEvent> {
  const parties = splitPair(pair) ?? [];
  return {
    fold: 2,
    initialState: { status: 'unknown' },

    decide: (event, { status }) => {
      const missing = parties.find((code) => !event.participants.some(({ party }) => party === code));
      if (missing !== undefined) {
        throw new RuleViolated(
          'parties-not-of-this-mission',
          `${missing} takes part in every event of the mission ${pair}`,
        );
      }
      if (event.modality === 'held') refuseContradiction(event.type, status);
      return [event];
    },

    evolve: (state, event) => (event.modality === 'held' ? { status: statusAfter[event.type] ?? state.status } : state),
  };
}

function refuseContradiction(type: MissionEvent['type'], status: Mission['status']): void {
  if (type === 'MissionOpened' && status === 'open') {
    throw new RuleViolated('mission-already-open', 'The mission is already open');
  }
  if (type === 'MissionClosed' && status === 'closed') {
    throw new RuleViolated('mission-already-closed', 'The mission is already closed');
  }
  if (type === 'AmbassadorRecalled' && status === 'closed') {
    throw new RuleViolated('mission-closed', 'The mission is closed: it has no ambassador to recall');
  }
}

const statusAfter: Readonly<Record<MissionEvent['type'], Mission['status'] | undefined>> = {
  MissionOpened: 'open',
  MissionClosed: 'closed',
  AmbassadorRecalled: undefined,
};
