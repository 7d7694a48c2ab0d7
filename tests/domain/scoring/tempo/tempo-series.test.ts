import { describe, expect, it } from 'vitest';
import { monthsBetween } from '#shared/domain/dates/calendar.ts';
import { exposuresOf } from '#shared/domain/scoring/tempo/exposure.ts';
import { mostMonths, recordStart } from '#shared/domain/scoring/tempo/record-start.ts';
import type { TempoFact } from '#shared/domain/scoring/tempo/tempo-fact.ts';
import { tempoSeriesOf } from '#shared/domain/scoring/tempo/tempo-phases.ts';
import { tempoSeries } from '#shared/domain/scoring/tempo/tempo-series.ts';

const fact = (id: string, from: string, to = from): TempoFact => ({ id, sign: 'cooperative', from, to });
const from2024 = { month: '2024-01', opening: undefined, isCut: false };
const countsOf = (facts: readonly TempoFact[], through: string) =>
  Object.fromEntries(
    tempoSeries(facts, from2024, through)
      .months.filter(({ count }) => count > 0)
      .map(({ month, count }) => [month, count]),
  );

describe('the start of a record', () => {
  it('is the month of the earliest event on the timeline, of whatever type', () => {
    const start = recordStart([fact('visit', '1974-06-27')], '1971-01-01', '2025-01-16');
    expect(start).toEqual({ month: '1971-01', opening: undefined, isCut: false });
  });

  it('leaves the fact out that opens the record, since the series begins there because it happened', () => {
    const facts = [fact('second', '1974-06-27'), fact('first', '1974-02-22')];
    expect(recordStart(facts, undefined, '2025-01-16')).toMatchObject({ month: '1974-02', opening: 'first' });
    const { months = [] } = tempoSeriesOf({ facts, through: '2025-01-16' }, 'cooperative') ?? {};
    expect(months.flatMap(({ events }) => events)).toEqual(['second']);
  });

  it('counts a fact that follows one of the other sign', () => {
    const facts: TempoFact[] = [{ ...fact('protest', '1974-01-05'), sign: 'conflictual' }, fact('visit', '1974-02-22')];
    const { months = [] } = tempoSeriesOf({ facts, through: '2025-01-16' }, 'cooperative') ?? {};
    expect(months[0]?.month).toBe('1974-01');
    expect(months.flatMap(({ events }) => events)).toEqual(['visit']);
  });

  it('is 3000 months before the end at most, and is none where nothing is on record', () => {
    const start = recordStart([fact('old', '1700-01-01')], undefined, '2025-12-31');
    expect(start).toEqual({ month: '1776-01', opening: undefined, isCut: true });
    expect(monthsBetween('1776-01', '2025-12')).toHaveLength(mostMonths);
    expect(recordStart([], undefined, '2025-12-31')).toBeUndefined();
    expect(recordStart([fact('later', '2026-01-01')], undefined, '2025-12-31')).toBeUndefined();
  });
});

describe('the count of a month', () => {
  it('has each event once, in the month of its first day', () => {
    const facts = [fact('visit', '2024-01-30', '2024-02-02'), fact('talks', '2024-02-01', '2024-02-29')];
    expect(countsOf(facts, '2024-12-31')).toEqual({ '2024-01': 1, '2024-02': 1 });
  });

  it('has a part of an event that is dated to more than a month, by days', () => {
    const counts = countsOf([fact('eased', '2024-08-01', '2024-09-30')], '2024-12-31');
    expect(counts['2024-08']).toBeCloseTo(31 / 61, 12);
    expect(counts['2024-09']).toBeCloseTo(30 / 61, 12);
  });

  it('spreads an event no further than the last day: what is on record by then has happened', () => {
    expect(countsOf([fact('eased', '2024-08-01', '2024-12-31')], '2024-08-15')).toEqual({ '2024-08': 1 });
  });

  it('leaves out what is dated to more than a year, or happens later', () => {
    expect(countsOf([fact('decade', '2020-01-01', '2029-12-31'), fact('later', '2025-01-01')], '2024-12-31')).toEqual(
      {},
    );
  });
});

describe('the exposure of a month', () => {
  const months = monthsBetween('2022-01', '2024-06');

  it('is 1, and for the last month the part that has passed, where no source is followed', () => {
    const { basis, byMonth } = exposuresOf(months, '2024-06-15');
    expect(basis).toBe('constant');
    expect(byMonth.slice(0, -1)).toEqual(Array.from({ length: 29 }, () => 1));
    expect(byMonth.at(-1)).toBe(0.5);
  });

  it('follows the level of a source that is, and for the last month the part of it that has passed', () => {
    const others = new Map(months.map((month, index) => [month, index < 12 ? 100 : 300]));
    const { basis, byMonth } = exposuresOf(months, '2024-06-15', [{ part: 1, others }]);
    expect(basis).toBe('recorded');
    expect((byMonth[12] ?? 0) / (byMonth[0] ?? 0)).toBeCloseTo(3, 9);
    expect(byMonth.at(-1)).toBe((byMonth[28] ?? 0) / 2);
  });
});
