import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, daysLater } from '#shared/domain/dates/calendar.ts';
import { monthlyScores } from '#shared/domain/scoring/monthly-scores.ts';
import { type DayTally, indexAt } from '#shared/domain/scoring/relation-index.ts';
import { emptyTally, type Scored, summaryOf, summed, tallied, wholeWeight } from '#shared/domain/scoring/tally.ts';

/** Weight in tenths. */
const scored = (score: number, weight = 10): Scored => ({
  score,
  weight: (weight * wholeWeight) / 10,
  quadClass: 'verbal-cooperation',
  part: wholeWeight,
});
const day = (on: string, ...events: Scored[]): DayTally => ({
  day: on,
  tally: events.reduce((sum, event) => tallied(sum, event, 1), emptyTally),
});

describe('the score of a month', () => {
  it('is the weighted mean of its events, with their number, weight, extremes and quad classes', () => {
    const { tally } = day('2025-01-14', scored(20), scored(70, 5), { ...scored(-20, 5), quadClass: 'verbal-conflict' });
    expect(summaryOf(tally)).toEqual({
      n: 3,
      weight: 2, // 1 + .5 + .5
      mean: 2.25, // (2·1 + 7·.5 − 2·.5) / 2
      min: -2,
      max: 7,
      // 2.25 ± 4.303·√(20.33/3): Student's t for three events, whose scores have the variance 20.33, within the scale
      interval: { low: expect.closeTo(-8.95, 2), high: 10 },
      quadClasses: { 'verbal-cooperation': 2, 'material-cooperation': 0, 'verbal-conflict': 1, 'material-conflict': 0 },
    });
  });

  it('has an interval that gets narrower with the number of events, and none for a single one', () => {
    const widths = [1, 2, 3, 12, 13, 200].map((n) => {
      const { tally } = day(
        '2025-01-14',
        ...Array.from({ length: n }, (_, index) => scored(index % 2 === 0 ? 20 : 40)),
      );
      const { interval } = summaryOf(tally);
      return interval === null ? Number.POSITIVE_INFINITY : interval.high - interval.low;
    });
    expect(widths).toEqual(widths.toSorted((one, other) => other - one));
    expect(widths[0]).toBe(Number.POSITIVE_INFINITY);
    expect(widths.at(-1)).toBeLessThan(0.3);
  });

  it('is null where there was no event', () => {
    const [january, february] = monthlyScores([day('2025-01-14', scored(20))], {
      from: '2025-01',
      lastDay: '2025-02-28',
    });
    expect(january).toMatchObject({ month: '2025-01', n: 1, mean: 2 });
    expect(february).toMatchObject({
      month: '2025-02',
      n: 0,
      weight: 0,
      mean: null,
      min: null,
      max: null,
      interval: null,
    });
    expect(february?.index.weight).toBeGreaterThan(0);
  });

  it('is what it was once an event that was added is taken away, whatever the order', () => {
    const events = fc.array(fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 1, max: 10 })));
    fc.assert(
      fc.property(events, events, (kept, gone) => {
        const all = (some: typeof kept) => day('2025-01-14', ...some.map(([s, w]) => scored(s, w))).tally;
        const less = gone.reduce((sum, [s, w]) => tallied(sum, scored(s, w), -1), summed(all(gone), all(kept)));
        expect(less).toEqual(all(kept.toReversed()));
      }),
    );
  });
});

describe('the index of a relation', () => {
  it('is 0, and rests on nothing, before the first event', () => {
    expect(indexAt([], '2025-01-14')).toEqual({ slow: 0, fast: 0, weight: 0 });
    expect(indexAt([day('2025-01-15', scored(20))], '2025-01-14')).toEqual({ slow: 0, fast: 0, weight: 0 });
  });

  it('is shrunk towards 0, the fast one towards the slow one, while little is known', () => {
    const { slow, fast, weight } = indexAt([day('2025-01-14', scored(60))], '2025-01-14');
    expect(weight).toBe(1);
    expect(slow).toBeCloseTo(6 / (2 + 1), 12);
    expect(fast).toBeCloseTo((6 + 4 * 2) / (1 + 4), 12);
  });

  it('has forgotten half of an event after 180 days, and nearly all of it in the fast one', () => {
    const { slow, fast, weight } = indexAt([day('2025-01-14', scored(60))], daysLater('2025-01-14', 180));
    expect(weight).toBeCloseTo(0.5, 12);
    expect(slow).toBeCloseTo(3 / (2 + 0.5), 12);
    expect(fast).toBeCloseTo((6 / 64 + 4 * 1.2) / (1 / 64 + 4), 12);
  });

  it('is what the formula says, event by event', () => {
    const event = fc.record({
      on: fc.integer({ min: 0, max: 900 }).map((days) => daysLater('2023-01-01', days)),
      score: fc.integer({ min: -100, max: 100 }),
      weight: fc.constantFrom(10, 8, 5, 2, 3),
    });
    const asked = '2025-01-16';
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 40 }), (events) => {
        const days = [...Map.groupBy(events, ({ on }) => on)]
          .map(([on, some]) => day(on, ...some.map(({ score, weight }) => scored(score, weight))))
          .toSorted((a, b) => (a.day < b.day ? -1 : 1));
        const past = events.filter(({ on }) => on <= asked);
        const sum = (halfLife: number, of: (event: (typeof events)[number]) => number) =>
          past.reduce((all, one) => all + of(one) * 2 ** (-(dayNumber(asked) - dayNumber(one.on)) / halfLife), 0);
        const w = ({ weight }: { weight: number }) => weight / 10;
        const ws = ({ weight, score }: { weight: number; score: number }) => (weight * score) / 100;
        const slow = sum(180, ws) / (2 + sum(180, w));
        const index = indexAt(days, asked);
        expect(index.slow).toBeCloseTo(slow, 9);
        expect(index.fast).toBeCloseTo((sum(30, ws) + 4 * slow) / (sum(30, w) + 4), 9);
      }),
    );
  });
});
