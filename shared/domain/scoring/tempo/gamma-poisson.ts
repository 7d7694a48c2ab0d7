import { gammaQuantile } from '#shared/domain/scoring/distributions/gamma-quantile.ts';
import { logGamma } from '#shared/domain/scoring/distributions/log-gamma.ts';

/**
 * What is believed of a rate before any count: a gamma distribution, as if `shape` events had been seen in `exposure`
 * months.
 */
export interface RatePrior {
  readonly shape: number;
  readonly exposure: number;
}

/** Events, also fractions of them, in an exposure of so many average months. */
export interface Counted {
  readonly count: number;
  readonly exposure: number;
}

/** A rate in events a year, with its 95 % credible interval. */
export interface RateEstimate {
  readonly perYear: number;
  readonly low: number;
  readonly high: number;
}

const monthsOfYear = 12;

/**
 * Returns a prior that is worth one event at the overall rate of a series, and never more than a year of exposure.
 * One event keeps the prior weak in a busy relation; the year keeps a few events in a short time from making an
 * extreme rate in a sparse one.
 */
export function ratePrior({ count, exposure }: Counted): RatePrior {
  return { shape: 1, exposure: count * monthsOfYear > exposure ? exposure / count : monthsOfYear };
}

/**
 * Returns the function that gives ln of the probability of counts that share one unknown rate, without the factors
 * that depend on single months and are the same in every model: b^a Γ(a + n) / (Γ(a) (b + E)^(a + n)), the
 * Gamma–Poisson (negative binomial) marginal likelihood (Gelman et al. 2013, 2.6).
 */
export function logMarginal(prior: RatePrior): (counted: Counted) => number {
  const ofPrior = prior.shape * Math.log(prior.exposure) - logGamma(prior.shape);
  return ({ count, exposure }) =>
    ofPrior + logGamma(prior.shape + count) - (prior.shape + count) * Math.log(prior.exposure + exposure);
}

/** Returns the posterior mean of a rate and the interval between its 2.5 % and 97.5 % quantiles. */
export function rateEstimate({ count, exposure }: Counted, prior: RatePrior): RateEstimate {
  const shape = prior.shape + count;
  const perYear = monthsOfYear / (prior.exposure + exposure);
  return {
    perYear: shape * perYear,
    low: gammaQuantile(shape, 0.025) * perYear,
    high: gammaQuantile(shape, 0.975) * perYear,
  };
}
