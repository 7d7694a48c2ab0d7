import { pelt } from './pelt.ts';
import { segmentPenalty } from './tempo-segments.ts';

/** A source of a relation, by how much it reports of others. */
export interface SourceCoverage {
  /** Its part in the events of the relation; the parts of all sources sum to 1 at most. */
  readonly part: number;
  /** Events of others that it reports, by month, `YYYY-MM`. */
  readonly others: ReadonlyMap<string, number>;
}

/** Months in which a source reports others that are needed before the exposure follows it. */
export const fewestCovered = 24;
/** Fewest months of one level: a busy season is no change of coverage. */
const shortestLevel = 12;
/** Least level of a month, as a part of the average one: what nobody covered is not impossible. */
const leastPart = 0.1;

/**
 * Returns how much of a relation each month could show, in average months: the levels at which its sources reported
 * others, each source by its part in the relation's events. What other or no sources report is seen alike in every
 * month. Undefined until a source has reported others in 24 months.
 */
export function coverage(months: readonly string[], sources: readonly SourceCoverage[]): number[] | undefined {
  const followed = sources.flatMap(({ part, others }) => {
    const counts = months.map((month) => Math.max(others.get(month) ?? 0, 0));
    return counts.filter((count) => count > 0).length < fewestCovered ? [] : [{ part, levels: levelsOf(counts) }];
  });
  if (followed.length === 0) return undefined;
  const rest = 1 - followed.reduce((sum, { part }) => sum + part, 0);
  const mixed = months.map((_, index) =>
    followed.reduce((sum, { part, levels }) => sum + part * (levels[index] ?? 1), Math.max(rest, 0)),
  );
  const raised = mixed.map((level) => Math.max(level, leastPart));
  const average = mean(raised);
  return raised.map((level) => level / average);
}

/**
 * Returns the level of each month, in average months: the mean of the segment that it is in. The months are cut by PELT
 * with a normal mean, on √n, whose variance does not grow with the level, as it shows in successive differences. The
 * last month may not be over, and has the level of the one before.
 */
function levelsOf(counts: readonly number[]): number[] {
  const whole = counts.slice(0, -1);
  const roots = whole.map((count) => Math.sqrt(count + 3 / 8));
  const differences = roots.slice(1).map((root, index) => (root - (roots[index] ?? root)) ** 2 / 2);
  const variance = Math.max(mean(differences), leastVariance);
  const [sums, squares] = [runningSum(roots), runningSum(roots.map((root) => root ** 2))];
  const between = (all: readonly number[], from: number, to: number) => (all[to] ?? 0) - (all[from] ?? 0);
  const starts = pelt({
    length: roots.length,
    cost: (from, to) => (between(squares, from, to) - between(sums, from, to) ** 2 / (to - from)) / variance,
    penalty: segmentPenalty(roots.length),
    shortest: shortestLevel,
  });
  const edges = [0, ...starts, whole.length];
  const levels = edges.slice(1).flatMap((to, index) => {
    const segment = whole.slice(edges[index], to);
    return segment.map(() => mean(segment));
  });
  const all = [...levels, levels.at(-1) ?? 0];
  const average = mean(all);
  return all.map((level) => level / average);
}

/** The variance of √n of a Poisson count is about ¼: a source that varies less is not surer than chance. */
const leastVariance = 0.25;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function runningSum(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  return sums;
}
