import type { Level } from '#shared/domain/events/envelope.ts';
import { isConsular, isNonResident, type Post } from '#shared/domain/events/post.ts';
import { type ConsularPost, consularPosts } from './consular-posts.ts';
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
  /** Since when; of a mission that was only observed, some time until then (`../2022-11-16`). */
  readonly since: Dated | null;
  /** The rank of its head (Vienna Convention on Diplomatic Relations, Articles 14 and 19); `null`: not known. */
  readonly rank: Level | null;
  readonly post: Post | null;
  /** Whether it resides outside the receiving state, and in which one; `null`: not known. */
  readonly nonResident: boolean | null;
  readonly seat: string | null;
  /** The last day on which somebody saw that it was there, or was not. */
  readonly observed: Dated | null;
  /** The consular posts of the sender in the receiver. */
  readonly consulates: readonly ConsularPost[];
  /** The declarations of persons non grata, and the least number of diplomats. */
  readonly expulsions: { readonly times: number; readonly diplomats: number };
  readonly events: readonly Step[];
}

type State = Omit<Mission, 'sender' | 'receiver' | 'certain' | 'consulates' | 'events'>;

const noHeads: Heads = { head: null, designate: null };
const nowhere = { rank: null, post: null, nonResident: null, seat: null } as const;
const unknown: State = {
  status: 'unknown',
  since: null,
  ...nowhere,
  observed: null,
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
 * both ways. Severed relations end missions (Article 45); restored ones do not open them again. Consular posts stay
 * (Vienna Convention on Consular Relations, Article 2).
 */
export function missionOn(
  day: string,
  [sender, receiver]: readonly [string, string],
  { own, reverse, relations }: MissionHistories,
): Mission {
  const both = reverse.filter(({ type, reciprocal }) => type === 'MissionOpened' && reciprocal === true);
  const history = [...own, ...both, ...relations.filter(({ type }) => type === 'RelationsSevered')];
  const { possibly, certainly } = happenedBy(day, history);
  const state = possibly.filter(isOfMission).reduce(after, unknown);
  return {
    sender,
    receiver,
    ...state,
    certain: state.status === certainly.filter(isOfMission).reduce(after, unknown).status,
    consulates: consularPosts(possibly, certainly),
    events: inOrder(notWithdrawn(history)).map(stepOf),
  };
}

/** Openings, closings and observations of consular posts are folded apart; an embassy may become one. */
const isOfMission = ({ type, post }: LifecycleEvent): boolean =>
  !isConsular(post) || type === 'RepresentationUpgraded' || type === 'RepresentationDowngraded';

const closing = new Set(['MissionClosed', 'RelationsSevered']);
const ranking = new Set(['MissionOpened', 'RepresentationUpgraded', 'RepresentationDowngraded']);

function after(state: State, event: LifecycleEvent): State {
  if (closing.has(event.type)) {
    if (state.status === 'closed') return state;
    return { ...state, status: 'closed', since: dated(event), ...nowhere, ...noHeads };
  }
  if (event.type === 'RepresentationObserved') return afterObservation(state, event);
  const opened: Partial<State> =
    state.status === 'open' && !isKnownBetter(state, event) ? {} : { status: 'open', since: dated(event) };
  if (ranking.has(event.type)) return { ...state, ...opened, ...residing(event, state), rank: event.level ?? null };
  const { times, diplomats } = state.expulsions;
  const expulsions = { times: times + 1, diplomats: diplomats + (event.diplomats ?? 1) };
  const resides = event.type === 'CredentialsPresented' && residing(event, state);
  return {
    ...state,
    ...resides,
    ...headsAfter(state, event),
    ...(event.type === 'DiplomatExpelled' && { expulsions }),
  };
}

/** Returns whether an opening has a beginning, where the mission was only known to be open until some day. */
const isKnownBetter = ({ since }: State, event: LifecycleEvent): boolean =>
  event.type === 'MissionOpened' && since?.from === null && dated(event).from !== null;

/** Folds an observation, which holds on its day: a status that is new was so since some time before. */
function afterObservation(state: State, event: LifecycleEvent): State {
  const observed = dated(event);
  const day = observed.to ?? observed.date;
  const status = event.absent === true ? 'closed' : 'open';
  if (status === state.status) {
    return { ...state, ...(status === 'open' && { ...residing(event, state), rank: event.level ?? state.rank }), observed };
  } // prettier-ignore
  const since: Dated = { date: `../${day}`, from: null, to: observed.to, event: event.id };
  if (status === 'closed') return { ...state, status, since, ...nowhere, ...noHeads, observed };
  return { ...state, status, since, ...nowhere, ...residing(event, unknown), rank: event.level ?? null, observed };
}

/** Returns post and residence after an event; what it does not tell stays. */
const residing = (event: LifecycleEvent, { post, nonResident, seat }: State) => ({
  post: event.post ?? post,
  nonResident: isNonResident(event) ?? nonResident,
  seat: event.seat ?? (isNonResident(event) === false ? null : seat),
});
