import { byQuadClass, type QuadClass, quadClasses } from './quad-class.ts';

/**
 * Sums of scores from which each can be subtracted again exactly: integers, and how often each score occurs, which
 * gives the lowest and the highest after a subtraction. Its size depends on the number of scores of a scale, not on the
 * number of events.
 */
export interface Tally {
  /** Σ w, in 1/100 000. */
  readonly weight: number;
  /** Σ w·s, in 1/1 000 000. */
  readonly weighted: number;
  /** How many events, in 1/100 000, by `<quad class, 1 to 4 as GDELT counts them>:<score in tenths>`. */
  readonly counts: Readonly<Record<string, number>>;
}

/** The weight 1, and one event, as tallies count them: small enough parts to divide a year among its months. */
export const wholeWeight = 100_000;

/** The part of one event; score in tenths, weight in 1/100 000. */
export interface Scored {
  readonly score: number;
  readonly weight: number;
  readonly quadClass: QuadClass;
  /** How much of the event, in 1/100 000. */
  readonly part: number;
}

export const emptyTally: Tally = { weight: 0, weighted: 0, counts: {} };

/** GDELT's own number of a quad class. */
const numberOf = (quadClass: QuadClass): number => quadClasses.indexOf(quadClass) + 1;

/** Adds an event a number of times; with −1 it subtracts. */
export function tallied(tally: Tally, { score, weight, quadClass, part }: Scored, times: 1 | -1): Tally {
  const key = `${numberOf(quadClass)}:${score}`;
  return summed(tally, {
    weight: weight * times,
    weighted: weight * score * times,
    counts: { [key]: part * times },
  });
}

/** Adds two tallies. */
export function summed(one: Tally, other: Tally): Tally {
  const counts = new Map(Object.entries(one.counts));
  for (const [key, count] of Object.entries(other.counts)) counts.set(key, (counts.get(key) ?? 0) + count);
  return {
    weight: one.weight + other.weight,
    weighted: one.weighted + other.weighted,
    // Sorted, so that the same events make the same row in any order.
    counts: Object.fromEntries([...counts].filter(([, count]) => count !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Returns the figures of a tally in the scale's units. */
export interface ScoreSummary {
  /** How many events are scored: fractions of those that are divided among months. */
  readonly n: number;
  /** Σ w. */
  readonly weight: number;
  /** Σ w·s / Σ w; null when there is no event. */
  readonly mean: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Where the mean lies with 95 % confidence; null below two events. */
  readonly interval: Interval | null;
  /** How many events of each quad class. */
  readonly quadClasses: Readonly<Record<QuadClass, number>>;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Student's t for 95 % with 1 to 10 degrees of freedom; beyond, by the first terms of the expansion of Cornish and
 * Fisher.
 */
const quantiles = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];
const normal = 1.96;

/** Both scales go from −10 to 10. */
const farthest = 10;

const quantileOf = (freedom: number): number =>
  quantiles[Math.floor(freedom) - 1] ?? normal + (normal ** 3 + normal) / (4 * freedom);

/**
 * Returns the interval of a mean over a sample of events, each of which counts once, whatever its weight; `null` for
 * fewer than two.
 */
function intervalOf(mean: number, scores: readonly { readonly score: number; readonly n: number }[]): Interval | null {
  const n = scores.reduce((sum, one) => sum + one.n, 0);
  if (n < 2) return null;
  const middle = scores.reduce((sum, one) => sum + one.n * one.score, 0) / n;
  const variance = scores.reduce((sum, one) => sum + one.n * (one.score - middle) ** 2, 0) / (n - 1);
  const half = quantileOf(n - 1) * Math.sqrt(variance / n);
  return { low: Math.max(mean - half, -farthest), high: Math.min(mean + half, farthest) };
}

export function summaryOf({ weight, weighted, counts }: Tally): ScoreSummary {
  const entries = Object.entries(counts).map(([key, count]) => {
    const [quad, score] = key.split(':').map(Number);
    return { quad, score: (score ?? 0) / 10, count };
  });
  const total = (some: typeof entries) => some.reduce((sum, { count }) => sum + count, 0);
  const scores = entries.map(({ score }) => score);
  const none = entries.length === 0;
  const mean = weighted / weight / 10;
  return {
    n: total(entries) / wholeWeight,
    weight: weight / wholeWeight,
    mean: none ? null : mean,
    min: none ? null : Math.min(...scores),
    max: none ? null : Math.max(...scores),
    interval: intervalOf(
      mean,
      entries.map(({ score, count }) => ({ score, n: count / wholeWeight })),
    ),
    quadClasses: byQuadClass(
      (quadClass) => total(entries.filter(({ quad }) => quad === numberOf(quadClass))) / wholeWeight,
    ),
  };
}
