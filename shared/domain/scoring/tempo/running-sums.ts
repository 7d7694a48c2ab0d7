import type { Counted } from './gamma-poisson.ts';

/** Counts and exposures of any run of months, in constant time. */
export interface RunningSums {
  readonly length: number;
  /** Returns what was counted from an index up to and without another. */
  readonly between: (from: number, to: number) => Counted;
}

const precision = 1e9;

/** Adds counts and exposures up once, so that those of a segment are differences of two sums. */
export function runningSums(months: readonly Counted[]): RunningSums {
  const counts = new Float64Array(months.length + 1);
  const exposures = new Float64Array(months.length + 1);
  for (const [index, { count, exposure }] of months.entries()) {
    counts[index + 1] = (counts[index] ?? 0) + count;
    exposures[index + 1] = (exposures[index] ?? 0) + exposure;
  }
  return {
    length: months.length,
    between: (from, to) => ({
      // Twelve twelfths of an event are one, and none is exactly 0.
      count: Math.round(((counts[to] ?? 0) - (counts[from] ?? 0)) * precision) / precision,
      exposure: (exposures[to] ?? 0) - (exposures[from] ?? 0),
    }),
  };
}
