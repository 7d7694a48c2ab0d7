import { describe, expect, it } from 'vitest';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { quarterWithin } from '#shared/domain/dates/quarter.ts';

describe('the quarter of a date', () => {
  it.each([
    ['2025-01~', '2025-Q1'],
    ['2025-03-31', '2025-Q1'],
    ['2025-04-01', '2025-Q2'],
    ['2024-10-01/2024-12-31', '2024-Q4'],
    ['2025-22', undefined], // summer: June to August
    ['2024-12-31/2025-01-01', undefined],
    ['2024', undefined],
    ['2024-08/..', undefined],
    ['../2024-08', undefined],
  ])('%s is %s', (occurred, quarter) => {
    expect(quarterWithin(occurredRange(occurred))).toBe(quarter);
  });
});
