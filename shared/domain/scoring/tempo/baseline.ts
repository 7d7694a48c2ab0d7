import { ratePrior } from './gamma-poisson.ts';
import { predictedCount } from './predicted-count.ts';
import { runningSums } from './running-sums.ts';
import type { TempoMonth } from './tempo-series.ts';

/** Months back that an expectation rests on: five years, the month itself left out. */
const window = 60;
/** Fewest months that an expectation rests on. */
const fewest = 12;

/** What was to be expected of a month by the five years before it. */
export interface Expectation {
  readonly count: number;
  /** Whole numbers between which the count lies with at least 95 %. */
  readonly low: number;
  readonly high: number;
}

/** What was seen in a month, and what was to be expected. */
export interface BaselineMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Fractions where events are dated to more than a month. */
  readonly observed: number;
  /** Null in the first year of the series. */
  readonly expected: Expectation | null;
  /** Probability of at most as many events, 0 to 1; null where nothing is expected. Near 1: unusually many. */
  readonly percentile: number | null;
  readonly events: readonly string[];
}

/** Compares each month of a series with what the five years before it, at its exposure, let expect. */
export function baseline(months: readonly TempoMonth[]): BaselineMonth[] {
  const sums = runningSums(months);
  return months.map(({ month, count, exposure, events }, index) => {
    if (index < fewest) return { month, observed: count, expected: null, percentile: null, events };
    const earlier = sums.between(Math.max(index - window, 0), index);
    const { expected, low, high, atMost } = predictedCount(earlier, exposure, ratePrior(earlier));
    return { month, observed: count, expected: { count: expected, low, high }, percentile: atMost(count), events };
  });
}
