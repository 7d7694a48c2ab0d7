import { type Dated, dated, happenedBy, inOrder, notWithdrawn, type Step, stepOf } from './lifecycle-step.ts';
import { distinct, type LifecycleEvent, partiesAs } from '#shared/domain/streams/lifecycle-event.ts';

/** `unknown`: easing is reported, but no imposition. `unconfirmed`: no held event is known. */
export const measureStatuses = ['in-force', 'lifted', 'unknown', 'unconfirmed'] as const;
export type MeasureStatus = (typeof measureStatuses)[number];

/** The state of a measure between one imposer and one target. */
interface State {
  readonly status: MeasureStatus;
  /** Since when it has been in force, or was before it was lifted. */
  readonly since: Dated | null;
  readonly eased: readonly Dated[];
  readonly lifted: Dated | null;
}

/** A measure of one imposer on one target. */
export interface Imposition extends State {
  readonly imposer: string;
  readonly target: string;
  /** The organisation through which it concerns a member that is asked about; `null`: it names that party itself. */
  readonly through: string | null;
  /** Whether the status is the same whatever the exact dates. */
  readonly certain: boolean;
}

/**
 * A sanction or restriction on a day. Its status, and since when, are those among the impositions that are asked about:
 * in force while one of them is.
 */
export interface Measure extends State {
  readonly id: string;
  readonly stream: string;
  readonly certain: boolean;
  readonly imposedBy: readonly string[];
  readonly imposedOn: readonly string[];
  readonly impositions: readonly Imposition[];
  readonly summary: string | null;
  readonly events: readonly Step[];
}

/** Whether an imposition is asked about: `undefined` if not, otherwise through which organisation. */
export type Concerning = (imposer: string, target: string) => { readonly through: string | null } | undefined;

const any: Concerning = () => ({ through: null });

/**
 * Returns a measure at the end of a day, from its history in any order, as far as it concerns those who are asked
 * about; `undefined`: nothing of it had happened by then, or it does not concern them.
 */
export function measureOn(
  day: string,
  history: readonly LifecycleEvent[],
  concerning: Concerning = any,
): Measure | undefined {
  const known = inOrder(notWithdrawn(history));
  const [first] = known;
  const { possibly, certainly } = happenedBy(day, history);
  const unconfirmed = !known.some(({ modality }) => modality === 'held');
  if (first === undefined || (possibly.length === 0 && !unconfirmed)) return undefined;
  const [states, certainStates] = [statesOf(possibly), statesOf(certainly)];
  const impositions = pairsIn(unconfirmed ? known : possibly).flatMap(([imposer, target]): Imposition[] => {
    const concerned = concerning(imposer, target);
    if (concerned === undefined) return [];
    const state = states(imposer, target);
    const certain = unconfirmed || certainStates(imposer, target).status === state.status;
    return [{ imposer, target, ...concerned, ...state, ...(unconfirmed && { status: 'unconfirmed' }), certain }];
  });
  if (impositions.length === 0) return undefined;
  const state = together(impositions);
  const surely = impositions.map(({ imposer, target }) => certainStates(imposer, target));
  return {
    id: first.stream.slice('measure/'.length),
    stream: first.stream,
    ...state,
    certain: unconfirmed || together(surely).status === state.status,
    imposedBy: distinct(known.flatMap((event) => partiesAs(event, 'source'))),
    imposedOn: distinct(known.flatMap((event) => partiesAs(event, 'target'))),
    impositions,
    summary: known.map(({ summary }) => summary).findLast((summary) => summary !== undefined) ?? null,
    events: known.map(stepOf),
  };
}

type Pair = readonly [imposer: string, target: string];

const pairsOf = (event: LifecycleEvent): Pair[] =>
  partiesAs(event, 'source').flatMap((imposer) => partiesAs(event, 'target').map((target): Pair => [imposer, target]));

/**
 * Returns the pairs of imposer and target of a measure, each once. A pair of an easing or lifting by several, or for
 * several, counts only if no imposition names both of the pair: not each imposer need have eased it for each target.
 */
function pairsIn(events: readonly LifecycleEvent[]): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  const add = (some: readonly Pair[]) => some.forEach((pair) => pairs.set(keyOf(pair), pair));
  for (const event of events) if (event.type === 'SanctionImposed') add(pairsOf(event));
  const imposers = new Set([...pairs.values()].map(([imposer]) => imposer));
  const targets = new Set([...pairs.values()].map(([, target]) => target));
  const untold = events.flatMap(pairsOf).filter(([imposer, target]) => !imposers.has(imposer) || !targets.has(target));
  add(untold);
  return [...pairs.values()];
}

const initialState: State = { status: 'unknown', since: null, eased: [], lifted: null };
const keyOf = (pair: Pair): string => pair.join('>');

/** Folds events for every pair that they name, in one pass, and returns the state of a pair. */
function statesOf(events: readonly LifecycleEvent[]): (...pair: Pair) => State {
  const states = new Map<string, State>();
  for (const event of events)
    for (const pair of pairsOf(event)) states.set(keyOf(pair), after(states.get(keyOf(pair)) ?? initialState, event));
  return (...pair) => states.get(keyOf(pair)) ?? initialState;
}

/** Folds one event. A repeated imposition changes nothing; one after a lift begins again. */
function after(state: State, event: LifecycleEvent): State {
  if (event.type === 'SanctionImposed') {
    return state.status === 'in-force' ? state : { status: 'in-force', since: dated(event), eased: [], lifted: null };
  }
  if (event.type === 'RestrictionEased') return { ...state, eased: [...state.eased, dated(event)] };
  if (event.type === 'SanctionLifted') return { ...state, status: 'lifted', lifted: state.lifted ?? dated(event) };
  return state;
}

/**
 * Returns the state of several impositions as one: since the first of those that have the status, lifted with the last.
 */
function together(some: readonly State[]): State {
  const status = measureStatuses.find((one) => some.some((state) => state.status === one)) ?? 'unknown';
  const same = some.filter((state) => state.status === status);
  return {
    status,
    since: inOrderOfDates(same.map(({ since }) => since))[0] ?? null,
    eased: [...new Map(same.flatMap(({ eased }) => eased.map((one) => [one.event, one]))).values()],
    lifted: inOrderOfDates(same.map(({ lifted }) => lifted)).at(-1) ?? null,
  };
}

const inOrderOfDates = (dates: readonly (Dated | null)[]): Dated[] =>
  dates
    .filter((date) => date !== null)
    .toSorted((a, b) => ((a.from ?? '') === (b.from ?? '') ? 0 : (a.from ?? '') < (b.from ?? '') ? -1 : 1));
