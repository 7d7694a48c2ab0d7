import { dayNumber } from '#shared/domain/dates/calendar.ts';
import type { ToneFact } from './tone-series.ts';

/** Days of the recent window, and of the one before it. */
export const recentDays = 60;
export const referenceDays = 730;
/** Fewest events in each. */
export const fewestRecent = 6;
export const fewestReference = 15;
/** As for segments: a standard deviation below ½ would be feigned precision. */
const leastVariance = 0.25;

/** What one day's windows show. */
export interface WelchDay {
  /** Its number, counted from 1970-01-01. */
  readonly day: number;
  /** How far the means are apart, in standard errors of many events; null where a window has too few events. */
  readonly z: number | null;
  readonly recent: number;
  readonly reference: number;
  /** Indices of the events in the recent window, from the first up to and without the last. */
  readonly from: number;
  readonly to: number;
}

interface Sums {
  readonly n: number;
  readonly weight: number;
  readonly squaredWeight: number;
  readonly first: number;
  readonly second: number;
}

const none: Sums = { n: 0, weight: 0, squaredWeight: 0, first: 0, second: 0 };

/**
 * Compares, on each day from the first event through a day, the 60 days to it with the 730 before them: Welch's
 * statistic (1947) of the weighted means, with Kish's effective numbers of events (1965), as a z: of 6 events, t alone
 * exceeds 3 so often that a constant tone raised 5 false alarms a decade, against 1.5 of the z. Events come in order;
 * each enters and leaves every window once, so that it costs O(days + n).
 */
export function* welchByDay(facts: readonly ToneFact[], through: string): Generator<WelchDay> {
  const days = facts.map(({ day }) => dayNumber(day));
  const sums = runningSums(facts);
  const between = (from: number, to: number) => difference(sums[to] ?? none, sums[from] ?? none);
  let [oldest, from, to] = [0, 0, 0];
  let compared = comparison(none, none);
  for (let day = days[0] ?? Infinity; day <= dayNumber(through); day += 1) {
    const before = [oldest, from, to];
    while ((days[to] ?? Infinity) <= day) to += 1;
    while (from < to && (days[from] ?? Infinity) <= day - recentDays) from += 1;
    while (oldest < from && (days[oldest] ?? Infinity) <= day - recentDays - referenceDays) oldest += 1;
    const isSame = before[0] === oldest && before[1] === from && before[2] === to;
    if (!isSame) compared = comparison(between(from, to), between(oldest, from));
    yield { day, ...compared, from, to };
  }
}

function comparison(recent: Sums, reference: Sums): Pick<WelchDay, 'z' | 'recent' | 'reference'> {
  const isEnough = recent.n >= fewestRecent && reference.n >= fewestReference;
  const means = { recent: recent.first / recent.weight, reference: reference.first / reference.weight };
  return { z: isEnough ? welch(recent, reference) : null, ...means };
}

/**
 * Returns Welch's t as the z that is as improbable under the normal distribution, by the approximation of Wallace
 * (1959).
 */
function welch(one: Sums, other: Sums): number {
  const [error, otherError] = [errorOf(one), errorOf(other)];
  const t = (one.first / one.weight - other.first / other.weight) / Math.sqrt(error + otherError);
  const freedom =
    (error + otherError) ** 2 / (error ** 2 / (effective(one) - 1) + otherError ** 2 / (effective(other) - 1));
  const shrunk = (8 * freedom + 1) / (8 * freedom + 3);
  return Math.sign(t) * shrunk * Math.sqrt(freedom * Math.log1p(t ** 2 / freedom));
}

/**
 * Returns how many events of equal weight would say as much (Kish 1965); never so near to 1 that nothing can be
 * divided by what is above it.
 */
const effective = ({ weight, squaredWeight }: Sums): number => Math.max(weight ** 2 / squaredWeight, 1.001);

/**
 * Returns the squared standard error of a weighted mean: the unbiased weighted variance over the effective number of
 * events.
 */
function errorOf(sums: Sums): number {
  const { weight, first, second } = sums;
  const variance = Math.max(second / weight - (first / weight) ** 2, 0) / (1 - 1 / effective(sums));
  return Math.max(variance, leastVariance) / effective(sums);
}

function runningSums(facts: readonly ToneFact[]): Sums[] {
  const sums = [none];
  for (const { score, weight } of facts) {
    const last = sums.at(-1) ?? none;
    sums.push({
      n: last.n + 1,
      weight: last.weight + weight,
      squaredWeight: last.squaredWeight + weight ** 2,
      first: last.first + weight * score,
      second: last.second + weight * score ** 2,
    });
  }
  return sums;
}

const difference = (later: Sums, earlier: Sums): Sums => ({
  n: later.n - earlier.n,
  weight: later.weight - earlier.weight,
  squaredWeight: later.squaredWeight - earlier.squaredWeight,
  first: later.first - earlier.first,
  second: later.second - earlier.second,
});
