import { dayNumber, firstDayOf, lastDayOf, monthOf, monthsBetween } from './calendar.ts';

/** Days from one to another, both inclusive. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Days of the longest month. */
const daysOfMonth = 31;

/** Says whether days are more than a month: what is dated to fewer counts once, in the month of their first. */
export const isWiderThanMonth = ({ from, to }: Days): boolean => dayNumber(to) - dayNumber(from) >= daysOfMonth;

/** The part of some days that lies in a month. */
export interface MonthShare {
  /** `YYYY-MM`. */
  readonly month: string;
  /** The first of the days in it. */
  readonly day: string;
  /** How many of the days up to the end of the month, and of how many in all. */
  readonly passed: number;
  readonly all: number;
}

/** Divides days among their months by overlap. */
export function monthShares({ from, to }: Days): MonthShare[] {
  const all = dayNumber(to) - dayNumber(from) + 1;
  return monthsBetween(monthOf(from), monthOf(to)).map((month) => {
    const day = from > firstDayOf(month) ? from : firstDayOf(month);
    const last = to < lastDayOf(month) ? to : lastDayOf(month);
    return { month, day, passed: dayNumber(last) - dayNumber(from) + 1, all };
  });
}
