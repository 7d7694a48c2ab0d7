import { describe, expect, it } from 'vitest';
import { monthsLater } from '#shared/domain/dates/calendar.ts';
import { detectableTempo } from '#shared/domain/scoring/tempo/detectable-tempo.ts';
import { type Counted, rateEstimate, ratePrior } from '#shared/domain/scoring/tempo/gamma-poisson.ts';
import { runningSums } from '#shared/domain/scoring/tempo/running-sums.ts';
import { datings } from '#shared/domain/scoring/tempo/tempo-dating.ts';
import { tempoPhasesOf } from '#shared/domain/scoring/tempo/tempo-phases.ts';
import { tempoSegments } from '#shared/domain/scoring/tempo/tempo-segments.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { share, simulated } from './simulated.ts';

const starts = (months: readonly Counted[]): number[] => {
  const sums = runningSums(months);
  return datings(tempoSegments(sums), sums, ratePrior(sums.between(0, sums.length))).map(({ start }) => start);
};
/** How often a change after six years of a rate, two years before the end, is located within three months. */
const located = (seed: number, perMonth: number, factor: number): number => {
  const random = seededRandom(seed);
  return share(1000, () => {
    const months = simulated(random, [
      [72, perMonth],
      [24, perMonth * factor],
    ]);
    return starts(months).some((start) => Math.abs(start - 72) <= 3);
  });
};
const analysed = (counts: readonly number[], exposures: readonly number[] = []) => {
  const months = counts.map((count, index) => ({
    month: monthsLater('2010-01', index),
    count,
    exposure: exposures[index] ?? 1,
    events: Array.from({ length: count }, (_, event) => `event.${index}.${event}`),
  }));
  const phases = tempoPhasesOf({ basis: 'constant', months }, 'cooperative');
  if (phases.status !== 'analysed') throw new Error(phases.reason);
  return phases;
};

describe('the history of a tempo', () => {
  it.each([0.05, 0.25, 1, 4, 20])('has no change in 98 of 100 decades at %d events a month', (perMonth) => {
    const random = seededRandom(1);
    expect(share(200, () => starts(simulated(random, [[120, perMonth]])).length === 0)).toBeGreaterThanOrEqual(0.98);
  });

  it('locates a rise within three months: ×2 at 4 a month 95 times in 100, ×3 at 1 85, ×5 at a quarter 75', () => {
    expect(located(12, 4, 2)).toBeGreaterThanOrEqual(0.95);
    expect(located(12, 1, 3)).toBeGreaterThanOrEqual(0.85);
    expect(located(12, 0.25, 5)).toBeGreaterThanOrEqual(0.75);
  });

  it('locates a fall as well as a rise', () => {
    expect(located(6, 8, 1 / 2)).toBeGreaterThanOrEqual(0.93);
    expect(located(6, 3, 1 / 3)).toBeGreaterThanOrEqual(0.85);
  });

  it('says the rates on both sides, how sure the change is, and what it rests on', () => {
    const phases = analysed([...Array.from({ length: 36 }, () => 1), ...Array.from({ length: 12 }, () => 6)]);
    expect(phases.segments).toMatchObject([
      { from: '2010-01', to: '2012-12', count: 36, exposure: 36 },
      { from: '2013-01', to: '2013-12', count: 72, exposure: 12 },
    ]);
    const [change] = phases.changes;
    expect(change).toMatchObject({ kind: 'rise', month: '2013-01', evidence: { before: { more: 0 } } });
    expect(change?.before.perYear).toBeCloseTo(12, 0);
    expect(change?.after.low).toBeLessThan(72);
    expect(change?.after.high).toBeGreaterThan(72);
    expect(change?.bayesFactor).toBeGreaterThan(1e9);
    expect(change?.posterior.likely.map(({ month }) => month)).toContain('2013-01');
    expect(change?.evidence.after.ids.slice(0, 2)).toEqual(['event.36.0', 'event.36.1']);
    expect(change?.evidence.after).toMatchObject({ ids: { length: 50 }, more: 22 });
  });

  it('takes no change for one that the exposure explains', () => {
    const counts = [...Array.from({ length: 36 }, () => 1), ...Array.from({ length: 36 }, () => 6)];
    expect(analysed(counts).changes).toHaveLength(1);
    expect(analysed(counts, counts).changes).toEqual([]);
  });

  it('says of silence what would have been seen four times in five', () => {
    for (const perMonth of [0.25, 1, 4]) {
      const random = seededRandom(7);
      const constant = runningSums(Array.from({ length: 108 }, () => ({ count: perMonth, exposure: 1 })));
      const { riseTo = 0 } = detectableTempo({ from: 0, to: 108 }, constant) ?? {};
      const seen = share(300, () => {
        const months = simulated(random, [
          [96, perMonth],
          [12, riseTo / 12],
        ]);
        return starts(months).length > 0;
      });
      expect(seen).toBeGreaterThan(0.74);
      expect(seen).toBeLessThan(0.9);
    }
    expect(analysed(Array.from({ length: 60 }, (_, month) => month % 2)).detectable?.fallTo).toBeNull();
  });

  it('warns of events that come in bursts', () => {
    expect(analysed(Array.from({ length: 60 }, () => 2)).dispersion).toBe(0);
    expect(analysed(Array.from({ length: 60 }, (_, month) => (month % 6 === 0 ? 6 : 0))).dispersion).toBeGreaterThan(4);
  });

  it('says too little of less than a year, and refuses more than 3000 months', () => {
    const months = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        month: monthsLater('1776-01', index),
        count: 0,
        exposure: 1,
        events: [],
      }));
    expect(tempoPhasesOf({ basis: 'constant', months: months(11) }, 'cooperative')).toEqual({
      status: 'too-little',
      reason: 'months on record: 11, needed: 12',
    });
    expect(() => tempoPhasesOf({ basis: 'constant', months: months(3001) }, 'cooperative')).toThrow(RangeError);
    expect(tempoPhasesOf({ basis: 'constant', months: months(3000) }, 'cooperative')).toMatchObject({ changes: [] });
  });
});

describe('the rate of a segment', () => {
  it('lies in its 95 % interval 95 times in 100, at rates of the prior', () => {
    const random = seededRandom(8);
    const covered = share(1000, () => {
      const count = random.poisson(24);
      const { low, high } = rateEstimate({ count, exposure: 24 }, ratePrior({ count, exposure: 24 }));
      return low <= 12 && 12 <= high;
    });
    expect(covered).toBeGreaterThan(0.94);
  });

  it('is near 0 where nothing happened, and its interval still says up to what', () => {
    const { perYear, low, high } = rateEstimate({ count: 0, exposure: 588 }, ratePrior({ count: 0, exposure: 588 }));
    expect(perYear).toBeCloseTo(1 / 50, 12);
    expect(low).toBeGreaterThan(0);
    expect(high).toBeCloseTo(-Math.log(0.025) / 50, 9);
  });
});
