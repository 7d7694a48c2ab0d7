import type { Counted } from './gamma-poisson.ts';
import type { RunningSums } from './running-sums.ts';
import { segmentCost, segmentPenalty, shortestSegment, type Span } from './tempo-segments.ts';

/** Months that a change is asked about. */
const lately = 12;
const monthsOfYear = 12;
/** The normal quantile of 80 %. */
const quantile80 = 0.8416;

/** The smallest changes in the last 12 months that would have been seen four times in five, in events a year. */
export interface DetectableTempo {
  /** The rate that it would have been a change from. */
  readonly perYear: number;
  readonly riseTo: number;
  /** Null: even an end of all events would not have been seen. */
  readonly fallTo: number | null;
}

/**
 * Returns the least rate above and the greatest rate below that of a segment which PELT would find with 80 %
 * probability, had it held in the last 12 months; null when the segment is too short to ask. The root of the
 * likelihood ratio is about normal around that of the expected counts with variance 1 (Wilks 1938; Self, Mauritsen &
 * Ohara 1992), and must exceed the root of the penalty.
 */
export function detectableTempo({ from, to }: Span, sums: RunningSums): DetectableTempo | null {
  if (to - from < lately + shortestSegment) return null;
  const before = sums.between(from, to - lately).exposure;
  const after = sums.between(to - lately, to).exposure;
  const rate = sums.between(from, to).count / sums.between(from, to).exposure;
  const needed = (Math.sqrt(segmentPenalty(sums.length)) + quantile80) ** 2;
  const isSeen = (other: number) => {
    const [one, two] = [expected(rate, before), expected(other, after)];
    const both = { count: one.count + two.count, exposure: before + after };
    return segmentCost(both) - segmentCost(one) - segmentCost(two) >= needed;
  };
  let high = rate + 1 / after;
  while (!isSeen(high)) high *= 2;
  return {
    perYear: rate * monthsOfYear,
    riseTo: boundary(rate, high, isSeen) * monthsOfYear,
    fallTo: isSeen(0) ? boundary(rate, 0, isSeen) * monthsOfYear : null,
  };
}

const expected = (rate: number, exposure: number): Counted => ({ count: rate * exposure, exposure });

/** Halves the way from a rate that is not seen to one that is, and returns the last that is seen. */
function boundary(unseen: number, seen: number, isSeen: (rate: number) => boolean): number {
  let [inside, outside] = [unseen, seen];
  for (let step = 0; step < 40; step += 1) {
    const middle = (inside + outside) / 2;
    if (isSeen(middle)) outside = middle;
    else inside = middle;
  }
  return outside;
}
