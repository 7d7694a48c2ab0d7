import { logMarginal, type RatePrior } from './gamma-poisson.ts';
import type { RunningSums } from './running-sums.ts';

/** Probability that a new run begins in a month: once in two years. */
const hazard = 1 / 24;
/**
 * Most runs that are followed at once. The least probable is given up beyond that, so that a month costs the same
 * however long the series is.
 */
export const mostRuns = 360;

/** A run of months of one rate that may be going on. */
export interface Run {
  /** Index of its first month. */
  readonly start: number;
  readonly probability: number;
}

interface Hypothesis {
  readonly start: number;
  /** ln of the joint probability of the run and all counts so far, up to a constant. */
  readonly weight: number;
  /** ln of the marginal likelihood of the run's counts. */
  readonly marginal: number;
}

/**
 * Gives, after each month, the probability of every month in which the present run may have begun: Bayesian online
 * change-point detection (Adams & MacKay 2007) with Gamma–Poisson runs and a hazard of 1/24 a month. Works in
 * logarithms and follows at most 360 runs.
 */
export function* runsByMonth(sums: RunningSums, prior: RatePrior): Generator<readonly Run[]> {
  const marginalOf = logMarginal(prior);
  let hypotheses: readonly Hypothesis[] = [];
  for (let month = 0; month < sums.length; month += 1) {
    const grown = hypotheses.map((hypothesis) => ({ ...hypothesis, weight: hypothesis.weight + Math.log1p(-hazard) }));
    const fresh = { start: month, weight: month === 0 ? 0 : Math.log(hazard), marginal: 0 };
    const seen = [...grown, fresh].map(({ start, weight, marginal }) => {
      const next = marginalOf(sums.between(start, month + 1));
      return { start, weight: weight + next - marginal, marginal: next };
    });
    hypotheses = normalised(bounded(seen));
    yield hypotheses.map(({ start, weight }) => ({ start, probability: Math.exp(weight) }));
  }
}

function bounded(hypotheses: readonly Hypothesis[]): readonly Hypothesis[] {
  if (hypotheses.length <= mostRuns) return hypotheses;
  const least = hypotheses.reduce((a, b) => (b.weight < a.weight ? b : a));
  return hypotheses.filter((hypothesis) => hypothesis !== least);
}

/** Makes the probabilities add up to 1, so that the weight of all runs together is 0 before the next month. */
function normalised(hypotheses: readonly Hypothesis[]): readonly Hypothesis[] {
  const highest = Math.max(...hypotheses.map(({ weight }) => weight));
  const total = highest + Math.log(hypotheses.reduce((sum, { weight }) => sum + Math.exp(weight - highest), 0));
  return hypotheses.map((hypothesis) => ({ ...hypothesis, weight: hypothesis.weight - total }));
}
