import { dayNumber, firstDayOf, lastDayOf, monthOf } from '#shared/domain/dates/calendar.ts';
import { coverage, type SourceCoverage } from './coverage.ts';

/** How much of a relation each month could show, in average months: the mean over the whole months is about 1. */
export interface Exposures {
  /** `recorded`: follows what the sources of the relation reported of others; `constant`: every month counts alike. */
  readonly basis: 'recorded' | 'constant';
  readonly byMonth: readonly number[];
}

/**
 * Returns the exposure of each month: the level at which the sources that cover the dyad reported others, or 1 until
 * one of them has done so for 24 months. The last month has as much of it as has passed through a day.
 */
export function exposuresOf(
  months: readonly string[],
  through: string,
  sources: readonly SourceCoverage[] = [],
): Exposures {
  const covered = coverage(months, sources);
  const byMonth = months.map((month, index) => {
    const level = covered?.[index] ?? 1;
    return month === monthOf(through) ? level * passed(through) : level;
  });
  return { basis: covered === undefined ? 'constant' : 'recorded', byMonth };
}

/** Returns the part of its month that has passed at the end of a day. */
function passed(day: string): number {
  const before = dayNumber(firstDayOf(monthOf(day))) - 1;
  return (dayNumber(day) - before) / (dayNumber(lastDayOf(monthOf(day))) - before);
}
