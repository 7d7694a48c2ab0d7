import { describe, expect, it } from 'vitest';
import { lastDayOf, monthCount, monthsBetween, monthsLater } from '#shared/domain/dates/calendar.ts';

describe('a calendar month', () => {
  it('follows another across the end of a year, both ways', () => {
    expect(monthsLater('2024-12', 13)).toBe('2026-01');
    expect(monthsLater('2025-01', -1)).toBe('2024-12');
  });

  it('has none before it when it is the first that a date can name', () => {
    expect(monthsLater('0000-02', -1)).toBe('0000-01');
    expect(monthsLater('0000-02', -12)).toBe('0000-01');
  });

  it('has a last day, in leap years too', () => {
    expect(['2024-02', '2025-02', '2025-12'].map(lastDayOf)).toEqual(['2024-02-29', '2025-02-28', '2025-12-31']);
  });

  it('is listed with those after it, up to the last that a date can name', () => {
    expect(monthsBetween('2024-12', '2025-02')).toEqual(['2024-12', '2025-01', '2025-02']);
    expect(monthsBetween('9999-11', '9999-12')).toEqual(['9999-11', '9999-12']);
    expect(monthCount('9999-11', '9999-12')).toBe(2);
  });

  it('begins no list that would end before it', () => {
    expect(monthsBetween('2025-02', '2025-01')).toEqual([]);
    expect(monthCount('2025-02', '2024-01')).toBeLessThan(1);
  });
});
