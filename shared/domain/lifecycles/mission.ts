import type { Level } from '#shared/domain/events/envelope.ts';
import { type Dated, dated, happenedBy, inOrder, notWithdrawn, type Step, stepOf } from './lifecycle-step.ts';
import { type Heads, headsAfter } from './head-of-mission.ts';
import type { LifecycleEvent } from '#shared/domain/streams/lifecycle-event.ts';

/** The mission of one state in another on a day. */
export interface Mission extends Heads {
  readonly sender: string;
  readonly receiver: string;
  readonly status: 'open' | 'closed' | 'unknown';
  /** Whether the status is the same whatever the exact dates. */
  readonly certain: boolean;
  readonly since: Dated | null;
  /** The rank of its head (Vienna Convention on Diplomatic Relations, Articles 14 and 19); `null`: not known. */
  readonly rank: Level | null;
  /** The declarations of persons non grata, and the least number of diplomats. */
  readonly expulsions: { readonly times: number; readonly diplomats: number };
  readonly events: readonly Step[];
}

type State = Omit<Mission, 'sender' | 'receiver' | 'certain' | 'events'>;

const noHeads: Heads = { head: null, designate: null };
const unknown: State = {
  status: 'unknown',
  since: null,
  rank: null,
  ...noHeads,
  expulsions: { times: 0, diplomats: 0 },
};

/** The histories that a mission follows from: its own, that of the mission the other way, and that of the relation. */
export interface MissionHistories {
  readonly own: readonly LifecycleEvent[];
  readonly reverse: readonly LifecycleEvent[];
  readonly relations: readonly LifecycleEvent[];
}

/**
 * Returns the mission of a sender in a receiving state at the end of a day. One that was opened reciprocally was opened
 * both ways. Severed relations end missions (Article 45); restored ones do not open them again.
 */
export function missionOn(
  day: string,
  [sender, receiver]: readonly [string, string],
  { own, reverse, relations }: MissionHistories,
): Mission {
  const both = reverse.filter(({ type, reciprocal }) => type === 'MissionOpened' && reciprocal === true);
  const history = [...own, ...both, ...relations.filter(({ type }) => type === 'RelationsSevered')];
  const { possibly, certainly } = happenedBy(day, history);
  const state = possibly.reduce(after, unknown);
  return {
    sender,
    receiver,
    ...state,
    certain: state.status === certainly.reduce(after, unknown).status,
    events: inOrder(notWithdrawn(history)).map(stepOf),
  };
}

const closing = new Set(['MissionClosed', 'RelationsSevered']);
const ranking = new Set(['MissionOpened', 'RepresentationUpgraded', 'RepresentationDowngraded']);

function after(state: State, event: LifecycleEvent): State {
  if (closing.has(event.type)) {
    if (state.status === 'closed') return state;
    return { ...state, status: 'closed', since: dated(event), rank: null, ...noHeads };
  }
  const opened: Partial<State> = state.status === 'open' ? {} : { status: 'open', since: dated(event) };
  if (ranking.has(event.type)) return { ...state, ...opened, rank: event.level ?? null };
  const { times, diplomats } = state.expulsions;
  const expulsions = { times: times + 1, diplomats: diplomats + (event.diplomats ?? 1) };
  return { ...state, ...headsAfter(state, event), ...(event.type === 'DiplomatExpelled' && { expulsions }) };
}
