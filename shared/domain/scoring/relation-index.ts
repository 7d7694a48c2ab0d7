import { dayNumber, dayOf, daysLater } from '#shared/domain/dates/calendar.ts';
import type { Tally } from './tally.ts';

/** The scores of one relation on one day. */
export interface DayTally {
  readonly day: string;
  readonly tally: Tally;
}

/** Where a relation stands at the end of a day, in the scale's units: 0 when nothing is known. */
export interface RelationIndex {
  /** Over years: half of an event is forgotten after 180 days. */
  readonly slow: number;
  /** Over weeks: half of an event is forgotten after 30 days. Where little is known, the slow one. */
  readonly fast: number;
  /** What the slow one rests on: Σ w·2^(-(t-d)/180). */
  readonly weight: number;
}

const slowHalfLife = 180;
export const fastHalfLife = 30;
/** As if events of this weight and of score 0 had been seen: a few events do not make an extreme. */
const slowShrinking = 2;
/** As if events of this weight had been seen with the score of the slow index. */
const fastShrinking = 4;

/**
 * Days before the first that is asked for, from which on events are taken into account: 24 half-lives. What lies further back would change the
 * slow index by at most 10·W·2^-24/2, where W is the weight of all that: by less than 0.0003 for every thousand events.
 */
const horizonDays = 24 * slowHalfLife;

/** The first day that an index on this day reaches back to. */
export const horizonOf = (day: string): string => daysLater(day, -horizonDays);

/**
 * The index at the end of every day from the first tally's on, through a day; the tallies come in order. With w and s of the events up to day
 * t: slow `Σ w·s·2^(-(t-d)/180) / (2 + Σ w·2^(-(t-d)/180))`; fast the same with 30 days, shrunk to the slow one: `(Σ_fast + 4·slow) / (W_fast + 4)`.
 * Each day is made from the day before, so that it costs the same however many events there were.
 */
export function* indexByDay(
  days: readonly DayTally[],
  through: string,
): Generator<RelationIndex & { readonly day: string }> {
  const [first] = days;
  if (first === undefined) return;
  const tallies = new Map(days.map(({ day, tally }) => [dayNumber(day), tally]));
  const [slowDecay, fastDecay] = [2 ** (-1 / slowHalfLife), 2 ** (-1 / fastHalfLife)];
  let [slowSum, slowWeight, fastSum, fastWeight] = [0, 0, 0, 0];
  for (let number = dayNumber(first.day); number <= dayNumber(through); number += 1) {
    const { weight = 0, weighted = 0 } = tallies.get(number) ?? {};
    slowSum = slowSum * slowDecay + weighted / 100;
    slowWeight = slowWeight * slowDecay + weight / 10;
    fastSum = fastSum * fastDecay + weighted / 100;
    fastWeight = fastWeight * fastDecay + weight / 10;
    const slow = slowSum / (slowShrinking + slowWeight);
    const fast = (fastSum + fastShrinking * slow) / (fastWeight + fastShrinking);
    yield { day: dayOf(number), slow, fast, weight: slowWeight };
  }
}

/** The index at the end of one day, out of the tallies from its horizon on. */
export function indexAt(days: readonly DayTally[], day: string): RelationIndex {
  let last: RelationIndex = { slow: 0, fast: 0, weight: 0 };
  for (const { slow, fast, weight } of indexByDay(days, day)) last = { slow, fast, weight };
  return last;
}
