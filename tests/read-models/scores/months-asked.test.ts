import { describe, expect, it } from 'vitest';
import { monthsAsked } from '#shared/read-models/scores/months-asked.ts';

const now = new Date('2025-02-10T12:00:00Z');

describe('the months that a query of scores asks for', () => {
  it('are the usual number of months up to today', () => {
    expect(monthsAsked({}, { now, usual: 12 })).toEqual({
      from: '2024-03',
      to: '2025-02',
      firstDay: '2024-03-01',
      lastDay: '2025-02-10',
    });
  });

  it('begin no earlier than the year 0000, even where `asOf` leaves fewer than usual', () => {
    expect(monthsAsked({ asOf: '0000-02-03T00:00:00.000Z' }, { now, usual: 12 })).toEqual({
      from: '0000-01',
      to: '0000-02',
      firstDay: '0000-01-01',
      lastDay: '0000-02-03',
    });
    expect(monthsAsked({ asOf: '0000-12-03T00:00:00.000Z' }, { now, usual: 12 }).from).toBe('0000-01');
    expect(monthsAsked({ asOf: '0001-01-03T00:00:00.000Z' }, { now, usual: 12 }).from).toBe('0000-02');
  });
});
