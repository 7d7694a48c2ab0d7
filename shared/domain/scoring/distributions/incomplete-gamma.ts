import { logGamma } from './log-gamma.ts';

const precision = 1e-14;
/** Both expansions converge in about √shape steps; this allows shapes up to some millions. */
const mostSteps = 20_000;

/**
 * Returns P(a, x), the regularised lower incomplete gamma function: the probability that a gamma variable of shape a
 * and rate 1 is at most x. Takes the series below x = a + 1 and the continued fraction above it (Abramowitz & Stegun
 * 1964, 6.5.29 and 6.5.31).
 */
export function incompleteGamma(shape: number, x: number): number {
  if (x <= 0) return 0;
  const scale = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  return x < shape + 1 ? Math.min(scale * series(shape, x), 1) : Math.max(1 - scale * fraction(shape, x), 0);
}

function series(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let step = 1; step < mostSteps && term > sum * precision; step += 1) {
    term *= x / (shape + step);
    sum += term;
  }
  return sum;
}

/** Evaluates the continued fraction by the method of Lentz (1976). */
function fraction(shape: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let step = 1; step < mostSteps; step += 1) {
    const a = -step * (step - shape);
    b += 2;
    d = 1 / nonZero(a * d + b, tiny);
    c = nonZero(b + a / c, tiny);
    value *= d * c;
    if (Math.abs(d * c - 1) < precision) return value;
  }
  return value;
}

const nonZero = (value: number, tiny: number): number => (Math.abs(value) < tiny ? tiny : value);
