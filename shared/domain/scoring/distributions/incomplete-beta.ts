import { logGamma } from './log-gamma.ts';

const precision = 1e-14;
const tiny = 1e-300;
/** The fraction converges in about √max(a, b) steps. */
const mostSteps = 20_000;

/**
 * Returns I_x(a, b), the regularised incomplete beta function, for x between 0 and 1: the continued fraction of
 * Abramowitz & Stegun (1964, 26.5.8), which converges fast below (a + 1)/(a + b + 2); above it, 1 − I_(1−x)(b, a).
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const scale = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (scale * fraction(x, a, b)) / a : 1 - (scale * fraction(1 - x, b, a)) / b;
}

/** Evaluates the continued fraction by the method of Lentz (1976), two terms a step. */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let step = 1; step < mostSteps; step += 1) {
    const twice = 2 * step;
    const even = (step * (b - step) * x) / ((a + twice - 1) * (a + twice));
    const odd = (-(a + step) * (a + b + step) * x) / ((a + twice) * (a + twice + 1));
    let change = 1;
    for (const term of [even, odd]) {
      d = 1 / nonZero(1 + term * d);
      c = nonZero(1 + term / c);
      change = d * c;
      value *= change;
    }
    if (Math.abs(change - 1) < precision) return value;
  }
  return value;
}

const nonZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
