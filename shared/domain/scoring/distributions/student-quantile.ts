/** The 97.5 % quantile of the normal distribution. */
const normal = 1.959964;

/**
 * Returns the 97.5 % quantile of Student's t with so many degrees of freedom, 10 or more, to 0.01 %: Fisher's expansion
 * around the normal one (Abramowitz & Stegun 1964, 26.7.5). Below 10 it is up to 1 % too small.
 */
export function studentQuantile(freedom: number): number {
  const z = normal;
  return (
    z +
    (z ** 3 + z) / 4 / freedom +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96 / freedom ** 2 +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384 / freedom ** 3
  );
}
