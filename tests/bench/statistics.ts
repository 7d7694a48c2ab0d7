/** The value below which this share (0 to 1) of the samples lies; the samples need no order. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const value = sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)];
  if (value === undefined) throw new Error('Nothing was measured');
  return value;
}

/** The middle sample. */
export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

/** The median of the ratios of paired samples: what disturbed both of a pair cancels out. */
export const pairedRatio = (samples: readonly number[], base: readonly number[]): number =>
  median(samples.map((sample, index) => sample / (base[index] ?? Number.NaN)));
