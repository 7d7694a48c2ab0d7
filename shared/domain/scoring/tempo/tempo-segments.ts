import type { Counted } from './gamma-poisson.ts';
import { pelt } from './pelt.ts';
import type { RunningSums } from './running-sums.ts';

/** Fewest months in a segment. */
export const shortestSegment = 3;

/** Returns what each further segment of so many months costs: 3 ln n, the modified BIC of Zhang & Siegmund (2007). */
export const segmentPenalty = (months: number): number => 3 * Math.log(months);

/** Indices of a segment's months, from the first up to and without the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts a series of months into segments of one rate each: PELT with twice the negative log-likelihood of the Poisson
 * model with exposure, at its best rate, 2(n − n ln(n/E)), a penalty of 3 ln n and segments of at least 3 months.
 */
export function tempoSegments(sums: RunningSums): Span[] {
  const starts = pelt({
    length: sums.length,
    cost: (from, to) => segmentCost(sums.between(from, to)),
    penalty: segmentPenalty(sums.length),
    shortest: shortestSegment,
  });
  const edges = [0, ...starts, sums.length];
  return edges.slice(1).map((to, index) => ({ from: edges[index] ?? 0, to }));
}

/** Returns −2 ln L of a segment at its best rate, without the terms that are the same however the series is cut. */
export const segmentCost = ({ count, exposure }: Counted): number =>
  count === 0 ? 0 : 2 * (count - count * Math.log(count / exposure));
