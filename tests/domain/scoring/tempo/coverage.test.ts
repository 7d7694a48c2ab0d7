import { describe, expect, it } from 'vitest';
import { monthsLater } from '#shared/domain/dates/calendar.ts';
import { coverage, fewestCovered, type SourceCoverage } from '#shared/domain/scoring/tempo/coverage.ts';
import { ratePrior } from '#shared/domain/scoring/tempo/gamma-poisson.ts';
import { runningSums } from '#shared/domain/scoring/tempo/running-sums.ts';
import { datings } from '#shared/domain/scoring/tempo/tempo-dating.ts';
import { tempoSegments } from '#shared/domain/scoring/tempo/tempo-segments.ts';
import { type SeededRandom, seededRandom } from '#tests/support/seeded-random.ts';
import { type Course, share, simulated } from './simulated.ts';

const names = Array.from({ length: 120 }, (_, index) => monthsLater('2010-01', index));
const sourceOf = (counts: readonly number[], part = 1): SourceCoverage => ({
  part,
  others: new Map(counts.map((count, index) => [names[index] ?? '', count])),
});
const flat = (months: number, count: number): number[] => Array.from({ length: months }, () => count);

/** Sources of a relation, each with its part in it and its course of events of others. */
type Sources = readonly (readonly [part: number, others: Course])[];

/** The months in which the events of a relation change their rate, with the exposure that its sources give. */
function changesOf(random: SeededRandom, own: Course, sources: Sources): number[] {
  const counts = simulated(random, own);
  const drawn = sources.map(([part, others]) =>
    sourceOf(
      simulated(random, others).map(({ count }) => count),
      part,
    ),
  );
  const exposures = coverage(names.slice(0, counts.length), drawn);
  const sums = runningSums(counts.map(({ count }, index) => ({ count, exposure: exposures?.[index] ?? 1 })));
  return datings(tempoSegments(sums), sums, ratePrior(sums.between(0, sums.length))).map(({ start }) => start);
}

/** How often a change after six years, two years before the end, is located within three months. */
function located(seed: number, perMonth: number, factor: number, others: number): number {
  const random = seededRandom(seed);
  const own: Course = [
    [72, perMonth],
    [24, perMonth * factor],
  ];
  return share(1000, () => changesOf(random, own, [[1, [[96, others]]]]).some((start) => Math.abs(start - 72) <= 3));
}

/** How often a relation shows no change. */
function unchanged(own: Course, sources: Sources): number {
  const random = seededRandom(5);
  return share(100, () => changesOf(random, own, sources).length === 0);
}

describe('the coverage of a relation', () => {
  it('is unknown until a source has reported others in 24 months', () => {
    const months = names.slice(0, 60);
    expect(coverage(months, [])).toBeUndefined();
    expect(coverage(months, [sourceOf(flat(fewestCovered - 1, 5))])).toBeUndefined();
    expect(coverage(months, [sourceOf(flat(fewestCovered, 5))])).toBeDefined();
  });

  it('has the levels at which its source reports others, 1 in the mean, and is never 0', () => {
    const levels = coverage(names.slice(0, 72), [sourceOf([...flat(24, 0), ...flat(24, 10), ...flat(24, 40)])]) ?? [];
    expect(levels[71]).toBeCloseTo(4 * (levels[24] ?? 0), 6);
    expect(levels[0]).toBeGreaterThan(0);
    expect(levels.reduce((sum, level) => sum + level, 0) / 72).toBeCloseTo(1, 9);
  });

  it('takes each source by its part; what others or none report is seen alike in every month', () => {
    const doubled = sourceOf([...flat(30, 20), ...flat(30, 40)], 0.5);
    const levels = coverage(names.slice(0, 60), [doubled]) ?? [];
    expect((levels[59] ?? 0) / (levels[0] ?? 1)).toBeCloseTo((0.5 + 0.5 * (4 / 3)) / (0.5 + 0.5 * (2 / 3)), 6);
  });

  it('gives the last month, which may not be over, the level of the one before', () => {
    const levels = coverage(names.slice(0, 48), [sourceOf([...flat(47, 20), 1])]) ?? [];
    expect(levels[47]).toBe(levels[46]);
  });
});

describe('a tempo with the exposure of its sources', () => {
  it('locates a rise as often as it must without: ×2 at 4 a month 95 times in 100, ×3 at 1 85, ×5 at a quarter 75', () => {
    expect(located(12, 4, 2, 20)).toBeGreaterThanOrEqual(0.95);
    expect(located(12, 1, 3, 20)).toBeGreaterThanOrEqual(0.85);
    expect(located(12, 0.25, 5, 20)).toBeGreaterThanOrEqual(0.75);
  });

  it('has no change in 98 of 100 decades', () => {
    expect(unchanged([[120, 1]], [[1, [[120, 20]]]])).toBeGreaterThanOrEqual(0.98);
  });

  it.each([0.25, 4])('takes a source that reports twice as much for no rise, at %d a month', (perMonth) => {
    const own: Course = [
      [60, perMonth],
      [60, 2 * perMonth],
    ];
    const others: Course = [
      [60, 20],
      [60, 40],
    ];
    expect(unchanged(own, [[1, others]])).toBeGreaterThanOrEqual(0.95);
  });

  it('takes a second source for no rise, and a coverage that grows by a tenth a year for none', () => {
    const doubled: Course = [
      [60, 4],
      [60, 8],
    ];
    const second: Course = [
      [60, 0],
      [60, 20],
    ];
    const sources: Sources = [
      [2 / 3, [[120, 20]]],
      [1 / 3, second],
    ];
    expect(unchanged(doubled, sources)).toBeGreaterThanOrEqual(0.95);
    const growing = (first: number): Course => Array.from({ length: 10 }, (_, year) => [12, first * 1.1 ** year]);
    expect(unchanged(growing(2), [[1, growing(20)]])).toBeGreaterThanOrEqual(0.95);
  });
});
