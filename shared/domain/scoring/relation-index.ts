import { dayNumber, dayOf, daysLater } from '#shared/domain/dates/calendar.ts';
import { type Tally, wholeWeight } from './tally.ts';

/** The scores of one relation on one day. */
export interface DayTally {
  readonly day: string;
  readonly tally: Tally;
}

/** The index of a relation at the end of a day, in the scale's units: 0 when nothing is known. */
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
/** The weight of assumed events of score 0, so that a few events make no extreme. */
const slowShrinking = 2;
/** The weight of assumed events with the score of the slow index. */
const fastShrinking = 4;

/**
 * Days before the first requested one from which on events count: 24 half-lives. Older ones would change the slow index
 * by at most 10·W·2^-24/2, where W is their weight: by less than 0.0003 for every thousand events.
 */
const horizonDays = 24 * slowHalfLife;

/** Returns the first day that counts for an index on a day. */
export const horizonOf = (day: string): string => daysLater(day, -horizonDays);

/**
 * Computes the index at the end of every day from the first tally's through a day; the tallies are in order. With w and
 * s of the events up to day t: slow `Σ w·s·2^(-(t-d)/180) / (2 + Σ w·2^(-(t-d)/180))`; fast the same with 30 days,
 * shrunk to the slow one: `(Σ_fast + 4·slow) / (W_fast + 4)`. Each day derives from the day before, so its cost does
 * not depend on the number of events.
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
    slowSum = slowSum * slowDecay + weighted / (10 * wholeWeight);
    slowWeight = slowWeight * slowDecay + weight / wholeWeight;
    fastSum = fastSum * fastDecay + weighted / (10 * wholeWeight);
    fastWeight = fastWeight * fastDecay + weight / wholeWeight;
    const slow = slowSum / (slowShrinking + slowWeight);
    const fast = (fastSum + fastShrinking * slow) / (fastWeight + fastShrinking);
    yield { day: dayOf(number), slow, fast, weight: slowWeight };
  }
}

/** Computes the index at the end of one day from the tallies since its horizon. */
export function indexAt(days: readonly DayTally[], day: string): RelationIndex {
  let last: RelationIndex = { slow: 0, fast: 0, weight: 0 };
  for (const { slow, fast, weight } of indexByDay(days, day)) last = { slow, fast, weight };
  return last;
}
