import { describe, expect, it } from 'vitest';
import { daysLater } from '#shared/domain/dates/calendar.ts';
import { phaseAt, phasesThrough } from '#shared/domain/scoring/phases.ts';
import { type DayTally, indexAt } from '#shared/domain/scoring/relation-index.ts';
import { emptyTally, tallied } from '#shared/domain/scoring/tally.ts';

/** So many events of weight 1 on a day; the score in tenths. */
const day = (on: string, count: number, score: number): DayTally => ({
  day: on,
  tally: Array.from({ length: count }).reduce<DayTally['tally']>(
    (sum) => tallied(sum, { score, weight: 10, quadClass: 'verbal-cooperation' }, 1),
    emptyTally,
  ),
});
const apart = (days: readonly DayTally[], on: string) => {
  const { fast, slow } = indexAt(days, on);
  return fast - slow;
};

/** A year of cool relations, then a burst of the given score. */
const burst = (count: number, score: number) => [day('2024-01-14', 40, 0), day('2025-01-14', count, score)];

describe('a phase of a relation', () => {
  it('is a thaw from the day on which the fast index is 1.5 above the slow one, and is over when it is less than 0.5', () => {
    const days = burst(6, 70);
    const [thaw, ...others] = phasesThrough(days, '2026-01-01');
    expect(others).toEqual([]);
    expect(thaw).toMatchObject({ kind: 'thaw', start: '2025-01-14', peakDay: '2025-01-14' });
    expect(thaw?.peak).toBe(apart(days, '2025-01-14'));
    const end = thaw?.end ?? '';
    expect(apart(days, daysLater(end, -1))).toBeGreaterThanOrEqual(0.5);
    expect(apart(days, end)).toBeLessThan(0.5);
  });

  it('is a chill below −1.5', () => {
    const [chill] = phasesThrough(burst(6, -70), '2026-01-01');
    expect(chill).toMatchObject({ kind: 'chill', start: '2025-01-14' });
    expect(chill?.peak).toBeLessThanOrEqual(-1.5);
  });

  it('goes on until it is over', () => {
    const days = burst(6, 70);
    expect(phasesThrough(days, '2025-01-20')).toMatchObject([{ kind: 'thaw', end: null }]);
    expect(phaseAt(days, '2025-01-20')).toMatchObject({ kind: 'thaw', start: '2025-01-14' });
    expect(phaseAt(days, '2025-01-13')).toBeUndefined();
    expect(phaseAt(days, '2026-01-01')).toBeUndefined();
  });

  it('does not begin while what is known of the relation weighs less than 10', () => {
    const days = [day('2025-01-14', 6, 70)];
    expect(apart(days, '2025-01-14')).toBeLessThan(1.5);
    const known = [day('2024-01-14', 10, -100), day('2025-01-14', 6, 70)];
    expect(apart(known, '2025-01-14')).toBeGreaterThanOrEqual(1.5);
    expect(indexAt(known, '2025-01-14').weight).toBeLessThan(10);
    expect(phasesThrough(known, '2026-01-01')).toEqual([]);
  });

  it('does not begin a second time before it was over', () => {
    const days = [...burst(6, 70), day('2025-02-01', 6, 70)];
    expect(phasesThrough(days, '2026-01-01')).toHaveLength(1);
  });

  it('gives way to the other on the day on which relations turn', () => {
    const days = [...burst(6, 70), day('2025-01-20', 20, -100)];
    expect(phasesThrough(days, '2025-01-25')).toMatchObject([
      { kind: 'thaw', start: '2025-01-14', end: '2025-01-20' },
      { kind: 'chill', start: '2025-01-20', end: null },
    ]);
  });

  it('is none of a relation of which nothing is known', () => {
    expect(phasesThrough([], '2025-01-14')).toEqual([]);
    expect(phaseAt([], '2025-01-14')).toBeUndefined();
  });
});
