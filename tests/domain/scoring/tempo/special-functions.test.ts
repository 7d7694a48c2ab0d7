import { describe, expect, it } from 'vitest';
import { gammaQuantile } from '#shared/domain/scoring/distributions/gamma-quantile.ts';
import { incompleteBeta } from '#shared/domain/scoring/distributions/incomplete-beta.ts';
import { incompleteGamma } from '#shared/domain/scoring/distributions/incomplete-gamma.ts';
import { logGamma } from '#shared/domain/scoring/distributions/log-gamma.ts';

describe('ln Γ', () => {
  it('is that of a factorial, and of a half', () => {
    expect(logGamma(1)).toBeCloseTo(0, 13);
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  });

  it('grows by ln x from x to x + 1, from a millionth to a million', () => {
    for (const x of [1e-6, 0.01, 0.3, 0.7, 3.25, 170.5, 1e4, 1e6]) {
      const scale = Math.max(Math.abs(logGamma(x + 1)), 1);
      expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x)) / scale).toBeLessThan(1e-13);
    }
  });

  it('refuses 0, what is below it, and what is no number', () => {
    for (const x of [0, -1.5, Number.NaN]) expect(() => logGamma(x)).toThrow(RangeError);
  });
});

describe('the incomplete gamma function', () => {
  it('is an exponential distribution at shape 1, and the error function at shape ½', () => {
    for (const x of [0.1, 1, 1.9, 2.1, 30]) expect(incompleteGamma(1, x)).toBeCloseTo(1 - Math.exp(-x), 13);
    expect(incompleteGamma(0.5, 1.959964 ** 2 / 2)).toBeCloseTo(0.95, 7);
  });

  it('stays between 0 and 1 at shapes from a hundredth to a million', () => {
    for (const shape of [0.01, 4.5, 500, 1e6]) {
      expect(incompleteGamma(shape, 0)).toBe(0);
      expect(incompleteGamma(shape, shape * 5 + 50)).toBeCloseTo(1, 12);
    }
    expect(incompleteGamma(1e6, 1e6)).toBeCloseTo(0.5, 3);
  });

  it('is undone by the quantile', () => {
    for (const shape of [0.3, 1, 5, 120, 20_000]) {
      for (const probability of [0.025, 0.5, 0.975]) {
        expect(incompleteGamma(shape, gammaQuantile(shape, probability))).toBeCloseTo(probability, 10);
      }
    }
  });
});

describe('the incomplete beta function', () => {
  it('is 1 − (1 − x)^b at a = 1', () => {
    for (const x of [0, 0.01, 0.5, 0.99, 1]) expect(incompleteBeta(x, 1, 7)).toBeCloseTo(1 - (1 - x) ** 7, 12);
  });

  it('adds up the terms of a negative binomial distribution', () => {
    const [shape, p] = [2.5, 0.3];
    let sum = 0;
    for (let count = 0; count <= 12; count += 1) {
      const log = logGamma(shape + count) - logGamma(shape) - logGamma(count + 1);
      sum += Math.exp(log + shape * Math.log(p) + count * Math.log(1 - p));
      expect(incompleteBeta(p, shape, count + 1)).toBeCloseTo(sum, 11);
    }
  });
});
