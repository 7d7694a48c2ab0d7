/** Coefficients of Lanczos' approximation for g = 7 and nine terms, as P. Godfrey computed them (2001). */
const first = 0.99999999999980993;
const others = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;
const g = 7;
const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

/**
 * Returns ln Γ(x) for x > 0, to about 14 digits: Lanczos (1964), and Euler's reflection below ½.
 * Throws a RangeError for any other x.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`expected a number above 0, got ${x}`);
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  let series = first;
  for (let index = 0; index < others.length; index += 1) series += (others[index] ?? 0) / (shifted + index + 1);
  const base = shifted + g + 0.5;
  return halfLogTwoPi + (shifted + 0.5) * Math.log(base) - base + Math.log(series);
}
