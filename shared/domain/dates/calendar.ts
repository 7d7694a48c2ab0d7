const dayMs = 24 * 60 * 60 * 1000;

/** Returns the number of a day (`YYYY-MM-DD`), counted from 1970-01-01. */
export const dayNumber = (day: string): number => Date.parse(day) / dayMs;

/** Returns the day of a number. */
export const dayOf = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);

/** Adds days to a day; negative ones go back. */
export const daysLater = (day: string, days: number): string => dayOf(dayNumber(day) + days);

/** Returns the month (`YYYY-MM`) of a day or an instant. */
export const monthOf = (day: string): string => day.slice(0, 7);

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthNamed = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;

/**
 * Adds months to a month; negative ones go back, but not before January 0000: no month with four digits is before it.
 */
export const monthsLater = (month: string, months: number): string =>
  monthNamed(Math.max(monthNumber(month) + months, 0));

export const firstDayOf = (month: string): string => `${month}-01`;
export const lastDayOf = (month: string): string => daysLater(firstDayOf(monthsLater(month, 1)), -1);

/** Counts the months from one to another, both inclusive; 0 or less when the range ends before it begins. */
export const monthCount = (from: string, to: string): number => monthNumber(to) - monthNumber(from) + 1;

/** Lists the months from one to another, both inclusive, in order; none when the range ends before it begins. */
export const monthsBetween = (from: string, to: string): string[] =>
  Array.from({ length: Math.max(monthCount(from, to), 0) }, (_, index) => monthsLater(from, index));
