const dayMs = 24 * 60 * 60 * 1000;

/** The number of a day (`YYYY-MM-DD`), counted from 1970-01-01. */
export const dayNumber = (day: string): number => Date.parse(day) / dayMs;

/** The day of a number. */
export const dayOf = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);

/** The day so many days later; earlier when negative. */
export const daysLater = (day: string, days: number): string => dayOf(dayNumber(day) + days);

/** The month (`YYYY-MM`) of a day or an instant. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** The month so many months later; earlier when negative. */
export function monthsLater(month: string, months: number): string {
  const date = new Date(`${month}-01`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return monthOf(date.toISOString());
}

export const firstDayOf = (month: string): string => `${month}-01`;
export const lastDayOf = (month: string): string => daysLater(firstDayOf(monthsLater(month, 1)), -1);

/** The months from one to another, both inclusive, in order; none when the range ends before it begins. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = monthsLater(month, 1)) months.push(month);
  return months;
}
