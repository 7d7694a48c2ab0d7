import { describe, expect, it } from 'vitest';
import type { Counted } from '#shared/domain/scoring/tempo/gamma-poisson.ts';
import { ratePrior } from '#shared/domain/scoring/tempo/gamma-poisson.ts';
import { onlineWatch } from '#shared/domain/scoring/tempo/online-alarms.ts';
import { mostRuns, runsByMonth } from '#shared/domain/scoring/tempo/online-change.ts';
import { runningSums } from '#shared/domain/scoring/tempo/running-sums.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { share, simulated } from './simulated.ts';

const watch = (months: readonly Counted[]) => {
  const sums = runningSums(months);
  return onlineWatch(sums, ratePrior(sums.between(0, sums.length)));
};
const months = (...counts: readonly number[]) => counts.map((count) => ({ count, exposure: 1 }));
const constant = (length: number, count: number) => Array.from({ length }, () => count);

describe('the online detection of changes', () => {
  it.each([0.05, 0.25, 1, 4, 20])('raises at most one false alarm a century at %d events a month', (perMonth) => {
    const random = seededRandom(3);
    let alarms = 0;
    for (let decade = 0; decade < 100; decade += 1) alarms += watch(simulated(random, [[120, perMonth]])).alarms.length;
    expect(alarms / 100).toBeLessThanOrEqual(0.1);
  });

  it('raises an alarm within two years: ×3 at 4 a month 85 times in 100, ×10 at 1 a month 90', () => {
    const random = seededRandom(4);
    const raised = (perMonth: number, factor: number) =>
      share(150, () => {
        const course = [
          [72, perMonth],
          [24, perMonth * factor],
        ] as const;
        return watch(simulated(random, course)).alarms.some((alarm) => alarm.raised >= 72);
      });
    expect(raised(4, 3)).toBeGreaterThanOrEqual(0.85);
    expect(raised(1, 10)).toBeGreaterThanOrEqual(0.9);
  });

  it('says in which month the new rate most probably began', () => {
    const { alarms, probability } = watch(months(...constant(48, 2), ...constant(4, 20)));
    expect(alarms).toHaveLength(1);
    expect(alarms[0]).toMatchObject({ start: 48 });
    expect(probability).toBeGreaterThan(0.9);
  });

  it('raises no second alarm before the first one has calmed down', () => {
    const { alarms, probability } = watch(months(...constant(48, 2), ...constant(24, 20), ...constant(24, 2)));
    expect(alarms.map(({ start }) => start)).toEqual([48, 72]);
    expect(probability).toBeLessThan(0.5);
  });

  it('takes the beginning of the series for no change', () => {
    expect(watch(months(...constant(36, 20))).alarms).toEqual([]);
    expect(watch([])).toEqual({ alarms: [], probability: 0, recent: [] });
  });

  it('keeps probabilities that add up to 1, of a bounded number of runs, over 3000 months', () => {
    const sums = runningSums(simulated(seededRandom(5), [[3000, 1]]));
    let last: { readonly probability: number }[] = [];
    for (const runs of runsByMonth(sums, ratePrior(sums.between(0, 3000)))) last = [...runs];
    expect(last).toHaveLength(mostRuns);
    expect(last.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
  });
});
