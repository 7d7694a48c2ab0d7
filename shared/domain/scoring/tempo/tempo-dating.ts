import { logMarginal, type RatePrior } from './gamma-poisson.ts';
import type { RunningSums } from './running-sums.ts';
import { shortestSegment, type Span } from './tempo-segments.ts';

/** Where between two edges the rate changed, and how much better two rates explain the months than one. */
export interface Dating {
  /** Index of the first month of the new rate. */
  readonly start: number;
  /** Index of the first month that was considered. */
  readonly first: number;
  /** Probability of each month from that one on; together 1. */
  readonly posterior: readonly number[];
  /** ln of the Bayes factor of one change, wherever it is, against none. */
  readonly logBayesFactor: number;
}

/** A month is reported with three on either side. */
const reach = 3;
/**
 * Months whose surroundings hold as much of the posterior but for this are as good; the most probable of them is
 * reported.
 */
const asGood = 0.01;

/**
 * Dates each change between segments. The posterior of the month is that of one change between the change before and
 * the one after, every month being as likely beforehand; the Bayes factor is its marginal likelihood, averaged over
 * the months, against that of no change (the discrete form of Smith 1975). The date is the month with most of the
 * posterior within three months of it, which is right to three months more often than the most probable month: 95 %
 * against 92 % where 4 events a month become 8; of months that are nearly as good, the most probable. It is then
 * moved to an event: on to the next month with one for a rise, back to the month after the last one for a fall.
 */
export function datings(segments: readonly Span[], sums: RunningSums, prior: RatePrior): Dating[] {
  const dated: Dating[] = [];
  for (const [index, { to }] of segments.slice(1).entries()) {
    const from = dated.at(-1)?.start ?? segments[index]?.from ?? 0;
    dated.push(dating({ from, to }, sums, prior));
  }
  return dated;
}

function dating({ from, to }: Span, sums: RunningSums, prior: RatePrior): Dating {
  const first = from + shortestSegment;
  const marginal = logMarginal(prior);
  const logs = Array.from({ length: to - shortestSegment - first + 1 }, (_, index) => {
    const [before, after] = [sums.between(from, first + index), sums.between(first + index, to)];
    return marginal(before) + marginal(after);
  });
  const highest = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const posterior = weights.map((weight) => weight / total);
  const logBayesFactor = highest + Math.log(total / logs.length) - marginal(sums.between(from, to));
  const centre = first + centreOf(posterior);
  const start = movedToEvent(centre, { from, to }, sums);
  return { start, first, posterior, logBayesFactor };
}

function centreOf(posterior: readonly number[]): number {
  const near = posterior.map((_, index) =>
    posterior.slice(Math.max(index - reach, 0), index + reach + 1).reduce((sum, probability) => sum + probability, 0),
  );
  const least = Math.max(...near) - asGood;
  const good = posterior.map((probability, index) => ((near[index] ?? 0) < least ? -1 : probability));
  return good.indexOf(Math.max(...good));
}

/** Moves the first month of a rise on to a month with an event, and that of a fall back to where the events end. */
function movedToEvent(centre: number, { from, to }: Span, sums: RunningSums): number {
  const rateOf = (one: number, other: number) => sums.between(one, other).count / sums.between(one, other).exposure;
  const isEmpty = (index: number) => sums.between(index, index + 1).count === 0;
  let start = centre;
  if (rateOf(centre, to) > rateOf(from, centre)) {
    while (start < to - shortestSegment && isEmpty(start)) start += 1;
    return isEmpty(start) ? centre : start;
  }
  while (start > from + shortestSegment && isEmpty(start - 1)) start -= 1;
  return isEmpty(start - 1) ? centre : start;
}
