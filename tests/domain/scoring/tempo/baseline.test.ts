import { describe, expect, it } from 'vitest';
import { monthsLater } from '#shared/domain/dates/calendar.ts';
import { baseline } from '#shared/domain/scoring/tempo/baseline.ts';
import { rarity } from '#shared/domain/scoring/tempo/rarity.ts';
import { sideBySide } from '#shared/domain/scoring/tempo/side-by-side.ts';
import type { TempoFact } from '#shared/domain/scoring/tempo/tempo-fact.ts';
import { firstSinceWords } from '#shared/domain/scoring/tempo/tempo-words.ts';
import { briefFacts } from '#tests/support/brief-facts.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';

const monthsOf = (first: string, counts: readonly number[]) =>
  counts.map((count, index) => ({ month: monthsLater(first, index), count, exposure: 1, events: [] }));
const seriesOf = (first: string, counts: readonly number[]) => ({
  basis: 'constant' as const,
  months: monthsOf(first, counts),
});
const on = (id: string, from: string, to = from): TempoFact => ({ id, sign: 'cooperative', from, to });

describe('the baseline of a month', () => {
  it('expects nothing in the first year, and then what the five years before let expect', () => {
    const months = baseline(monthsOf('2010-01', [...Array.from({ length: 72 }, () => 2), 9]));
    expect(months[11]).toMatchObject({ observed: 2, expected: null, percentile: null });
    expect(months[71]?.expected?.count).toBeCloseTo(2, 1);
    expect(months[72]).toMatchObject({ month: '2016-01', observed: 9, expected: { low: 0, high: 5 } });
    expect(months[72]?.percentile).toBeGreaterThan(0.999);
  });

  it('holds the count between its bounds in at least 95 of 100 months', () => {
    const random = seededRandom(9);
    const counts = Array.from({ length: 1200 }, () => random.poisson(3));
    const compared = baseline(monthsOf('1900-01', counts)).filter(({ expected }) => expected !== null);
    const within = compared.filter(
      ({ observed, expected }) => (expected?.low ?? 0) <= observed && observed <= (expected?.high ?? 0),
    );
    expect(within.length / compared.length).toBeGreaterThan(0.95);
  });
});

describe('rare contact', () => {
  it('has its longest gap, the present one and what was the first for long', () => {
    const contacts = briefFacts.filter(({ sign }) => sign === 'cooperative');
    const { events, longest, present, firstSince } = rarity(contacts, '2025-01-16');
    expect(events).toBe(8);
    expect(longest).toMatchObject({ from: '1976-12-31', to: '2024-08-01', days: 17_380 });
    expect(present).toMatchObject({ days: 0, since: 'visit.kamr-ul-hassan-pakistan-2025-01.1' });
    expect(firstSince.map(({ before, percentile }) => [before, percentile])).toEqual([
      ['measure.bangladesh-entry-of-pakistanis.1', 1],
      ['mission.BGD-PAK.1', null],
    ]);
    expect(firstSince[0] && firstSinceWords(firstSince[0])).toBe('the first since 1976');
  });

  it.each([
    ['a day', '2025-01-14', '2025-01-14', 'January 2025'],
    ['days of a month', '1974-06-27', '1974-06-29', 'June 1974'],
    ['a month', '1976-12-01', '1976-12-31', 'December 1976'],
    ['a year', '1976-01-01', '1976-12-31', '1976'],
    ['years', '1974-01-01', '1976-12-31', '1974 to 1976'],
    ['months', '2024-08-01', '2024-12-31', 'August 2024 to December 2024'],
  ])('is said no more precisely than is known: %s', (_, fromEarliest, from, words) => {
    expect(firstSinceWords({ fromEarliest, from })).toBe(`the first since ${words}`);
  });

  it('places the present gap among the earlier ones', () => {
    const facts = ['2020-01-01', '2020-01-11', '2020-02-10', '2020-05-20'].map((day) => on(day, day));
    expect(rarity(facts, '2020-06-29').present).toEqual({ days: 40, since: '2020-05-20', percentile: 2 / 3 });
    expect(rarity(facts.slice(0, 2), '2020-06-29').present?.percentile).toBeNull();
  });

  it('never reports a gap longer than it was: an event may have been on any day of its date', () => {
    const facts = [on('wide', '2020-01-01', '2020-12-31'), on('within', '2020-06-01'), on('next', '2021-01-10')];
    expect(rarity(facts, '2021-02-01').longest).toMatchObject({ days: 10, after: 'wide', before: 'next' });
  });

  it('has no gap between parties that were never in contact', () => {
    expect(rarity([], '2025-01-16')).toEqual({ events: 0, longest: null, present: null, firstSince: [] });
  });
});

describe('two relations side by side', () => {
  it('have the months of both, and the ratio of their rates over those in common', () => {
    const one = seriesOf(
      '2020-01',
      Array.from({ length: 36 }, () => 4),
    );
    const other = seriesOf(
      '2021-01',
      Array.from({ length: 36 }, () => 1),
    );
    const { months, ratio } = sideBySide(one, other);
    expect(months).toHaveLength(48);
    expect(months[0]).toMatchObject({ month: '2020-01', one: { observed: 4 }, other: null });
    expect(months.at(-1)).toMatchObject({ month: '2023-12', one: null, other: { observed: 1 } });
    expect(ratio).toMatchObject({ months: 24 });
    expect(ratio?.ratio).toBeCloseTo(96.5 / 24.5, 12);
    expect(ratio?.low).toBeGreaterThan(2);
    expect(ratio?.high).toBeLessThan(8);
  });

  it('have no ratio without a month in common', () => {
    expect(sideBySide(seriesOf('2020-01', [1]), seriesOf('2021-01', [1])).ratio).toBeNull();
  });
});
