import { type Dated, dated, happenedBy, inOrder, notWithdrawn, type Step, stepOf } from './lifecycle-step.ts';
import { distinct, type LifecycleEvent, partiesAs } from '#shared/domain/streams/lifecycle-event.ts';

/** `unknown`: easing is reported, but no imposition. `unconfirmed`: no held event is known. */
export const measureStatuses = ['in-force', 'lifted', 'unknown', 'unconfirmed'] as const;
export type MeasureStatus = (typeof measureStatuses)[number];

/** A sanction or restriction on a day. */
export interface Measure {
  readonly id: string;
  readonly stream: string;
  readonly status: MeasureStatus;
  /** Whether the status is the same whatever the exact dates. */
  readonly certain: boolean;
  readonly imposedBy: readonly string[];
  readonly imposedOn: readonly string[];
  /** Since when it has been in force, or was before it was lifted. */
  readonly since: Dated | null;
  readonly eased: readonly Dated[];
  readonly lifted: Dated | null;
  readonly summary: string | null;
  readonly events: readonly Step[];
}

/**
 * Returns a measure at the end of a day, from its history in any order; `undefined`: nothing of it had happened by
 * then.
 */
export function measureOn(day: string, history: readonly LifecycleEvent[]): Measure | undefined {
  const known = inOrder(notWithdrawn(history));
  const [first] = known;
  const { possibly, certainly } = happenedBy(day, history);
  const unconfirmed = !known.some(({ modality }) => modality === 'held');
  if (first === undefined || (possibly.length === 0 && !unconfirmed)) return undefined;
  const state = fold(possibly);
  return {
    id: first.stream.slice('measure/'.length),
    stream: first.stream,
    status: unconfirmed ? 'unconfirmed' : state.status,
    certain: unconfirmed || state.status === fold(certainly).status,
    imposedBy: distinct(known.flatMap((event) => partiesAs(event, 'source'))),
    imposedOn: distinct(known.flatMap((event) => partiesAs(event, 'target'))),
    since: state.since,
    eased: state.eased,
    lifted: state.lifted,
    summary: known.map(({ summary }) => summary).findLast((summary) => summary !== undefined) ?? null,
    events: known.map(stepOf),
  };
}

type State = Pick<Measure, 'status' | 'since' | 'eased' | 'lifted'>;

const fold = (events: readonly LifecycleEvent[]): State =>
  events.reduce<State>(after, { status: 'unknown', since: null, eased: [], lifted: null });

/** Folds one event. A repeated imposition changes nothing; one after a lift begins again. */
function after(state: State, event: LifecycleEvent): State {
  if (event.type === 'SanctionImposed') {
    return state.status === 'in-force' ? state : { status: 'in-force', since: dated(event), eased: [], lifted: null };
  }
  if (event.type === 'RestrictionEased') return { ...state, eased: [...state.eased, dated(event)] };
  if (event.type === 'SanctionLifted') return { ...state, status: 'lifted', lifted: state.lifted ?? dated(event) };
  return state;
}
