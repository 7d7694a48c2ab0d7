import type { Level } from '#shared/domain/events/envelope.ts';
import { type Dated, dated, happenedBy, inOrder, standing, type Step, stepOf } from './lifecycle-step.ts';
import { type Heads, headsAfter } from './head-of-mission.ts';
import type { LifecycleEvent } from '#shared/domain/streams/lifecycle-event.ts';

/** How one state was represented in another on a day. */
export interface Mission extends Heads {
  readonly sender: string;
  readonly receiver: string;
  readonly status: 'open' | 'closed' | 'unknown';
  /** Whether the status is so however the uncertain dates fall. */
  readonly certain: boolean;
  readonly since: Dated | null;
  /** The rank of its head (Vienna Convention on Diplomatic Relations, Articles 14 and 19); `null`: not known. */
  readonly rank: Level | null;
  /** Persons declared non grata: how often, and how many diplomats at least. */
  readonly expulsions: { readonly times: number; readonly diplomats: number };
  readonly events: readonly Step[];
}

type State = Omit<Mission, 'sender' | 'receiver' | 'certain' | 'events'>;

const nobody: Heads = { head: null, designate: null };
const unknown: State = {
  status: 'unknown',
  since: null,
  rank: null,
  ...nobody,
  expulsions: { times: 0, diplomats: 0 },
};

/** The courses that tell of a mission: its own, that of the mission the other way, and what is recorded of the relations of the two. */
export interface MissionCourses {
  readonly own: readonly LifecycleEvent[];
  readonly reverse: readonly LifecycleEvent[];
  readonly relations: readonly LifecycleEvent[];
}

/**
 * The mission of a sender in a receiving state as it stood at the end of a day. One that was opened reciprocally was opened both ways.
 * Severed relations end missions (Article 45); restored ones do not open them again by themselves.
 */
export function missionOn(
  day: string,
  [sender, receiver]: readonly [string, string],
  { own, reverse, relations }: MissionCourses,
): Mission {
  const both = reverse.filter(({ type, reciprocal }) => type === 'MissionOpened' && reciprocal === true);
  const course = [...own, ...both, ...relations.filter(({ type }) => type === 'RelationsSevered')];
  const { possibly, certainly } = happenedBy(day, course);
  const state = possibly.reduce(after, unknown);
  return {
    sender,
    receiver,
    ...state,
    certain: state.status === certainly.reduce(after, unknown).status,
    events: inOrder(standing(course)).map(stepOf),
  };
}

const closing = new Set(['MissionClosed', 'RelationsSevered']);
const ranking = new Set(['MissionOpened', 'RepresentationUpgraded', 'RepresentationDowngraded']);

function after(state: State, event: LifecycleEvent): State {
  if (closing.has(event.type)) {
    if (state.status === 'closed') return state;
    return { ...state, status: 'closed', since: dated(event), rank: null, ...nobody };
  }
  const opened: Partial<State> = state.status === 'open' ? {} : { status: 'open', since: dated(event) };
  if (ranking.has(event.type)) return { ...state, ...opened, rank: event.level ?? null };
  const { times, diplomats } = state.expulsions;
  const expulsions = { times: times + 1, diplomats: diplomats + (event.diplomats ?? 1) };
  return { ...state, ...headsAfter(state, event), ...(event.type === 'DiplomatExpelled' && { expulsions }) };
}
