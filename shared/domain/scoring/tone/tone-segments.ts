import { pelt } from '#shared/domain/scoring/tempo/pelt.ts';
import { studentQuantile } from '#shared/domain/scoring/distributions/student-quantile.ts';
import type { ToneFact, ToneSeries } from './tone-series.ts';

/** Fewest events in a segment. */
export const shortestTone = 8;

/** Returns what each further segment costs: 3 ln n, as for tempo. */
export const tonePenalty = (events: number): number => 3 * Math.log(events);

/** Events that share one mean score. */
export interface ToneSegment {
  /** Days of the first and the last event. */
  readonly from: string;
  readonly to: string;
  readonly n: number;
  /** Weighted mean of the scores, with its 95 % interval. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Ids of at most the first 50 events. */
  readonly events: readonly string[];
}

const mostIds = 50;

/**
 * Cuts a series of at least one event into segments of one mean each: PELT with the weighted squares about the mean
 * over the pooled variance, a penalty of 3 ln n and at least 8 events a segment. A segment begins with a day, never
 * within one: the order in it is not known.
 */
export function toneSegments({ facts, variance }: ToneSeries): ToneSegment[] {
  const squares = squaresOf(facts);
  const starts = pelt({
    length: facts.length,
    cost: (from, to) => squares(from, to) / variance,
    penalty: tonePenalty(facts.length),
    shortest: shortestTone,
    mayStart: (index) => facts[index]?.day !== facts[index - 1]?.day,
  });
  const quantile = studentQuantile(freedomOf(facts.length));
  return [0, ...starts].flatMap((from, index) => segmentOf(facts.slice(from, starts[index]), variance, quantile));
}

/**
 * Degrees of freedom of the variance from n − 1 successive differences: about two thirds of them (von Neumann 1941).
 */
const freedomOf = (events: number): number => Math.max((2 * (events - 1)) / 3, 3);

/** Returns the weighted squares about the mean of any run of events, from sums that are made once. */
function squaresOf(facts: readonly ToneFact[]): (from: number, to: number) => number {
  const [weights, firsts, seconds] = [0, 1, 2].map(() => new Float64Array(facts.length + 1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (const [index, { score, weight }] of facts.entries()) {
    weights[index + 1] = (weights[index] ?? 0) + weight;
    firsts[index + 1] = (firsts[index] ?? 0) + weight * score;
    seconds[index + 1] = (seconds[index] ?? 0) + weight * score ** 2;
  }
  const between = (sums: Float64Array, from: number, to: number) => (sums[to] ?? 0) - (sums[from] ?? 0);
  return (from, to) => between(seconds, from, to) - between(firsts, from, to) ** 2 / between(weights, from, to);
}

function segmentOf(facts: readonly ToneFact[], variance: number, quantile: number): ToneSegment[] {
  const [first, last] = [facts[0], facts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const weight = facts.reduce((sum, fact) => sum + fact.weight, 0);
  const mean = facts.reduce((sum, fact) => sum + fact.weight * fact.score, 0) / weight;
  const half = quantile * Math.sqrt(variance / weight);
  const events = facts.slice(0, mostIds).map(({ id }) => id);
  return [{ from: first.day, to: last.day, n: facts.length, mean, low: mean - half, high: mean + half, events }];
}
