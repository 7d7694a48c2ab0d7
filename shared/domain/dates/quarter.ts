import { lastDayOf, monthsLater } from './calendar.ts';
import type { OccurredRange } from './occurred-range.ts';

/** Returns the quarter of a day, such as `2025-Q1`. */
const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/**
 * Returns the quarter of the first of some days, which all lie in it or the next; `undefined`: they cover more
 * quarters, or have an open end.
 */
export function quarterOfFirst({ from, to }: OccurredRange): string | undefined {
  if (from === null || to === null) return undefined;
  return to <= lastDayOf(monthsLater(lastMonthOf(from), 3)) ? quarterOf(from) : undefined;
}

/** Returns the last month of the quarter of a day. */
const lastMonthOf = (day: string): string =>
  `${day.slice(0, 4)}-${String(Math.ceil(Number(day.slice(5, 7)) / 3) * 3).padStart(2, '0')}`;

/** Returns the first and the last day of a quarter. */
export function daysOfQuarter(quarter: string): { readonly from: string; readonly to: string } {
  const last = lastMonthOf(`${quarter.slice(0, 4)}-${String(Number(quarter.slice(-1)) * 3).padStart(2, '0')}-01`);
  return { from: `${monthsLater(last, -2)}-01`, to: lastDayOf(last) };
}
