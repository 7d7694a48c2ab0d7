import { type Decider, RuleViolated } from './decider.ts';
import type { EventOf } from '#shared/domain/events/new-event.ts';
import { partiesAs } from './lifecycle-event.ts';
import { inWords, isKnown, laterOf, type Milestone, milestone, plainlyBefore, standingAt } from './milestone.ts';

type MeasureEvent = EventOf<'measure'>;
type Step = Milestone<'imposed' | 'lifted'>;

/** The last imposition or lifting of each pair `IMPOSER>TARGET`, as far as is known. */
export type Measure = Readonly<Record<string, Step>>;

/** At most this many pairs of an imposer and a target are kept of one measure. */
export const mostPairs = 1000;

/**
 * A sanction or a restriction, kept for each imposer and target: imposed, by others later or jointly, eased in any
 * number of steps, lifted by one of them or on one of its targets, and perhaps imposed again. A party that never
 * imposed it does not lift it. An event of several pairs is recorded when it says something new of one of them. Again:
 * the last imposition or lifting of all its pairs, with its date, records nothing; an easing is always recorded. Late:
 * what happened plainly before the last imposition or lifting is recorded and changes nothing.
 */
export const measure: Decider<Measure, MeasureEvent> = {
  fold: 5,
  initialState: {},

  decide: (event, state) => {
    const pairs = pairsOf(event);
    refuseTooMany(pairs, event.modality === 'held' ? state : {});
    if (event.modality !== 'held') return [event];
    const step = stepOf(event);
    if (step !== undefined && pairs.every((pair) => isKnown(step, state[pair]))) return [];
    refuseContradiction(event, pairs, state);
    return [event];
  },

  evolve: (state, event) => {
    const step = event.modality === 'held' ? stepOf(event) : undefined;
    if (step === undefined) return state;
    const changed = pairsOf(event).map((pair) => [pair, after(state[pair], step)] as const);
    // What was supposed, and has more pairs when it is confirmed, is kept as far as there is room.
    return Object.fromEntries(Object.entries({ ...state, ...Object.fromEntries(changed) }).slice(0, mostPairs));
  },
};

const pairOf = (imposer: string, target: string): string => `${imposer}>${target}`;

/** Returns every pair of an imposer and a target that an event names. */
function pairsOf(event: MeasureEvent): string[] {
  const targets = partiesAs(event, 'target');
  return partiesAs(event, 'source').flatMap((imposer) => targets.map((target) => pairOf(imposer, target)));
}

function stepOf(event: MeasureEvent): Step | undefined {
  switch (event.type) {
    case 'SanctionImposed':
      return milestone('imposed', event);
    case 'SanctionLifted':
      return milestone('lifted', event);
    case 'RestrictionEased':
      return undefined;
  }
}

/** Returns the step after another one; what is in force, or was lifted, has been so since the first report. */
const after = (known: Step | undefined, step: Step): Step =>
  known?.[0] === step[0] && !plainlyBefore(step[1], known[1]) ? known : laterOf(known, step);

function refuseTooMany(pairs: readonly string[], state: Measure): void {
  const count = new Set([...Object.keys(state), ...pairs]).size;
  if (count <= mostPairs) return;
  throw new RuleViolated(
    'too-many-pairs',
    `A measure has at most ${mostPairs} pairs of an imposer and a target, not ${count}: record it as several measures`,
  );
}

function refuseContradiction(event: MeasureEvent, pairs: readonly string[], state: Measure): void {
  const { type, occurred } = event;
  if (type === 'SanctionLifted') refuseNeverImposed(event, state);
  const about = type === 'SanctionLifted' ? pairs.filter((pair) => state[pair] !== undefined) : pairs;
  const all = (status: Step[0]) => about.every((pair) => standingAt(occurred, state[pair])?.[0] === status);
  if (type === 'SanctionImposed' && all('imposed')) {
    const why = 'The sanction is in force: it is imposed again only after it was lifted';
    refuse('sanction-already-imposed', why, state, about);
  }
  if (type !== 'SanctionImposed' && all('lifted')) {
    refuse('sanction-already-lifted', 'The sanction has already been lifted', state, about);
  }
}

/** Each imposer that is named imposed it on one of the targets, and on each target one of the imposers did. */
function refuseNeverImposed(event: MeasureEvent, state: Measure): void {
  const [imposers, targets] = [partiesAs(event, 'source'), partiesAs(event, 'target')];
  const stranger =
    imposers.find((imposer) => targets.every((target) => state[pairOf(imposer, target)] === undefined)) ??
    targets.find((target) => imposers.every((imposer) => state[pairOf(imposer, target)] === undefined));
  if (stranger === undefined) return;
  const what = imposers.includes(stranger)
    ? `by ${stranger} on ${targets.join(', ')}`
    : `on ${stranger} by ${imposers.join(', ')}`;
  const why = `Nothing was imposed ${what}: a sanction is lifted after it was imposed, so record the imposition first`;
  refuse('sanction-never-imposed', why, state, Object.keys(state));
}

/** A refusal names so many pairs that the stream holds. */
const pairsNamed = 5;

function refuse(rule: string, why: string, state: Measure, pairs: readonly string[]): never {
  const named = pairs.slice(0, pairsNamed).flatMap((pair) => {
    const step = state[pair];
    return step === undefined ? [] : [`${pair.replace('>', ' on ')} ${inWords(step)}`];
  });
  const more = pairs.length > pairsNamed ? `, and ${pairs.length - pairsNamed} more` : '';
  throw new RuleViolated(rule, `${why}; the stream holds: ${named.join(', ') || 'nothing of it'}${more}`);
}
