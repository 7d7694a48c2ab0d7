import { dayNumber, firstDayOf, lastDayOf, monthOf } from '#shared/domain/dates/calendar.ts';

/** Months with something recorded that are needed before exposure follows them. */
const fewestMonths = 24;
/**
 * Least exposure of a month, as a part of the average one: an event in a month that nobody covered is not impossible.
 */
const leastPart = 0.1;

/** How much of a relation each month could show, in average months: the mean over the series is about 1. */
export interface Exposures {
  /** `recorded`: follows what was recorded in each month; `constant`: every month counts alike. */
  readonly basis: 'recorded' | 'constant';
  readonly byMonth: readonly number[];
}

/**
 * Returns the exposure of each month: everything that was recorded in it by the sources that cover the dyad, over the
 * average of the months. Until 24 months of the series have something recorded, every month counts 1, and the last
 * one as much of 1 as has passed through a day.
 */
export function exposuresOf(
  months: readonly string[],
  through: string,
  recorded: ReadonlyMap<string, number> = new Map(),
): Exposures {
  const volumes = months.map((month) => Math.max(recorded.get(month) ?? 0, 0));
  if (volumes.filter((volume) => volume > 0).length < fewestMonths) {
    return { basis: 'constant', byMonth: months.map((month) => (month === monthOf(through) ? passed(through) : 1)) };
  }
  const least = mean(volumes) * leastPart;
  const raised = volumes.map((volume) => Math.max(volume, least));
  const average = mean(raised);
  return { basis: 'recorded', byMonth: raised.map((volume) => volume / average) };
}

/** Returns the part of its month that has passed at the end of a day. */
function passed(day: string): number {
  const before = dayNumber(firstDayOf(monthOf(day))) - 1;
  return (dayNumber(day) - before) / (dayNumber(lastDayOf(monthOf(day))) - before);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
