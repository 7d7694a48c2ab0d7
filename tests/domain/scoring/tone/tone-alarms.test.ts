import { describe, expect, it } from 'vitest';
import { dayNumber, daysLater } from '#shared/domain/dates/calendar.ts';
import { toneAlarms } from '#shared/domain/scoring/tone/tone-alarms.ts';
import { tonePhases } from '#shared/domain/scoring/tone/tone-phases.ts';
import { toneWords } from '#shared/domain/scoring/tone/tone-words.ts';
import { studentQuantile } from '#shared/domain/scoring/distributions/student-quantile.ts';
import { welchByDay } from '#shared/domain/scoring/tone/welch-windows.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { drawn, scored } from './scored.ts';

/** Scores that swing by 1 around a mean. */
const around = (mean: number, count: number) => Array.from({ length: count }, (_, index) => mean + (index % 2) * 2 - 1);
const lastDay = (facts: readonly { day: string }[]) => facts.at(-1)?.day ?? '';
const zOf = (facts: Parameters<typeof welchByDay>[0], through: string) =>
  [...welchByDay(facts, through)].find(({ day }) => day === dayNumber(through))?.z;

describe('the last 60 days against the 730 before', () => {
  it('are compared by Welch’s statistic, as the z that is as improbable', () => {
    const facts = scored([...around(0, 30), ...around(3, 6)]);
    const [reference, recent] = [1 / 29, 1 / 5]; // squared errors of 30 and of 6 values that swing by 1
    const t = 3 / Math.sqrt(reference + recent);
    const freedom = (reference + recent) ** 2 / (reference ** 2 / 29 + recent ** 2 / 5);
    const z = ((8 * freedom + 1) / (8 * freedom + 3)) * Math.sqrt(freedom * Math.log(1 + t ** 2 / freedom));
    expect(zOf(facts, lastDay(facts))).toBeCloseTo(z, 9);
    expect(z).toBeLessThan(t);
  });

  it('are not compared while there are fewer than 6 and 15 events', () => {
    const six = scored([...around(0, 15), ...around(3, 6)]);
    expect(zOf(six, lastDay(six))).not.toBeNull();
    const tooFew = scored([...around(0, 14), ...around(3, 6)]);
    expect(zOf(tooFew, lastDay(tooFew))).toBeNull();
    expect(zOf(six, daysLater(lastDay(six), 10))).toBeNull();
  });

  it('forget what lies further back', () => {
    const facts = scored([...around(-9, 20), ...around(0, 80), ...around(0, 6)]);
    expect(Math.abs(zOf(facts, lastDay(facts)) ?? 9)).toBeLessThan(0.1);
  });

  it('raise an alarm at 3 standard errors, with the events it rests on, until they are nearer than 1', () => {
    const facts = scored([...around(0, 40), ...around(4, 12), ...around(1, 12)]);
    const [alarm, ...others] = toneAlarms(facts, lastDay(facts));
    expect(others).toEqual([]);
    expect(alarm).toMatchObject({ kind: 'better' });
    expect((alarm?.start ?? '') > daysLater('2000-01-01', 410)).toBe(true);
    expect((alarm?.start ?? '') < daysLater('2000-01-01', 470)).toBe(true);
    expect(alarm?.events).toHaveLength(6);
    expect(alarm?.events).toContain('event.00042');
    expect(alarm?.z).toBeGreaterThan(3);
    expect(alarm?.recent).toBeGreaterThan(3);
    expect(alarm?.end).not.toBeNull();
    expect((alarm?.end ?? '') > (alarm?.peakDay ?? '')).toBe(true);
  });

  it('turn without a second alarm before the first is over', () => {
    const facts = scored([...around(0, 40), ...around(5, 8), ...around(-8, 14)]);
    const kinds = toneAlarms(facts, lastDay(facts)).map(({ kind, end }) => [kind, end === null]);
    expect(kinds).toEqual([
      ['better', false],
      ['worse', true],
    ]);
  });

  it('end an alarm when nothing was comparable for 60 days', () => {
    const facts = scored([...around(0, 40), ...around(4, 8)]);
    const last = lastDay(facts);
    expect(toneAlarms(facts, daysLater(last, 40))).toMatchObject([{ end: null }]);
    expect(toneAlarms(facts, daysLater(last, 200))).toMatchObject([{ end: daysLater(last, 69) }]);
  });

  it('raise no more than two alarms in a decade of one tone, however few events there are', () => {
    const random = seededRandom(4);
    for (const daysApart of [9, 3]) {
      let alarms = 0;
      for (let decade = 0; decade < 60; decade += 1) {
        const facts = scored(drawn(random, Math.round(4383 / daysApart), 1), daysApart);
        alarms += toneAlarms(facts, lastDay(facts)).length;
      }
      expect(alarms / 60).toBeLessThanOrEqual(2);
    }
  });
});

describe('the words of tone', () => {
  it('say each change with its intervals, and an alarm that goes on', () => {
    const facts = scored([...around(-2, 40), ...around(4, 8)]);
    expect(toneWords(tonePhases(facts, lastDay(facts)))).toEqual([
      expect.stringMatching(/^tone rose from -2 \(-2\.\d to -1\.\d\) to 4 \(.* to .*\) in February 2001$/),
      expect.stringMatching(/^since 2001-03-\d\d the last 60 days are better than the two years before, at most 4 /),
    ]);
  });

  it('say of silence which shift would have been seen', () => {
    const facts = scored(around(1, 80));
    expect(toneWords(tonePhases(facts, lastDay(facts)))).toEqual([
      expect.stringMatching(
        /^no change of tone is seen in 80 events; a shift of \d\.?\d* over the last year would have/,
      ),
    ]);
    expect(toneWords(tonePhases(scored(around(1, 20), 1), '2000-02-01'))).toEqual([
      'no change of tone is seen in 20 events',
    ]);
  });
});

describe('the quantile of Student’s t', () => {
  it('is that of the tables', () => {
    for (const [freedom, quantile] of [
      [10, 2.2281],
      [30, 2.0423],
      [1000, 1.9623],
    ] as const) {
      expect(Math.abs(studentQuantile(freedom) / quantile - 1)).toBeLessThan(0.0001);
    }
  });
});
