import type { Counted, RatePrior } from './gamma-poisson.ts';
import { incompleteBeta } from '#shared/domain/scoring/distributions/incomplete-beta.ts';

/** How many events a month is expected to have by what was counted before it: a negative binomial distribution. */
export interface PredictedCount {
  readonly expected: number;
  /** Whole numbers between which the count lies with at least 95 %. */
  readonly low: number;
  readonly high: number;
  /**
   * Returns the probability of at most so many events; in between whole numbers it grows evenly enough for parts of
   * events.
   */
  readonly atMost: (count: number) => number;
}

/**
 * Predicts the count of an exposure from earlier counts: the Gamma–Poisson posterior predictive distribution (Gelman
 * et al. 2013, 2.6).
 */
export function predictedCount(earlier: Counted, exposure: number, prior: RatePrior): PredictedCount {
  const shape = prior.shape + earlier.count;
  const months = prior.exposure + earlier.exposure;
  const atMost = (count: number) => incompleteBeta(months / (months + exposure), shape, count + 1);
  return {
    expected: (shape / months) * exposure,
    low: leastCount(atMost, 0.025),
    high: leastCount(atMost, 0.975),
    atMost,
  };
}

/** Returns the least whole number that is not exceeded with a probability, by doubling and halving. */
function leastCount(atMost: (count: number) => number, probability: number): number {
  if (atMost(0) >= probability) return 0;
  let [below, high] = [0, 1];
  while (atMost(high) < probability) [below, high] = [high, high * 2];
  while (high - below > 1) {
    const middle = Math.floor((below + high) / 2);
    if (atMost(middle) < probability) below = middle;
    else high = middle;
  }
  return high;
}
