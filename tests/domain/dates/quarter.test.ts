import { describe, expect, it } from 'vitest';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { daysOfQuarter, quarterOfFirst } from '#shared/domain/dates/quarter.ts';

describe('the quarter of a date', () => {
  it.each([
    ['2025-01~', '2025-Q1'],
    ['2025-03-31', '2025-Q1'],
    ['2025-04-01', '2025-Q2'],
    ['2024-10-01/2024-12-31', '2024-Q4'],
    ['2025-22', '2025-Q2'], // summer: June to August
    ['2019-12-31/2020-01-06', '2019-Q4'],
    ['2024-10-01/2025-03-31', '2024-Q4'],
    ['2024-12-31/2025-04-01', undefined],
    ['2024', undefined],
    ['2024-08/..', undefined],
    ['../2024-08', undefined],
  ])('%s is %s', (occurred, quarter) => {
    expect(quarterOfFirst(occurredRange(occurred))).toBe(quarter);
  });

  it.each([
    ['2025-Q1', '2025-01-01', '2025-03-31'],
    ['2024-Q4', '2024-10-01', '2024-12-31'],
  ])('%s is from %s to %s', (quarter, from, to) => {
    expect(daysOfQuarter(quarter)).toEqual({ from, to });
  });
});
