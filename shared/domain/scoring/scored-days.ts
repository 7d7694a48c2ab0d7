import { dayNumber } from '#shared/domain/dates/calendar.ts';
import type { Days } from '#shared/domain/dates/month-shares.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';

/** The days of a date at most: a vaguer one belongs to no month and no index. */
const longestDays = 366;

/** Returns the days of a date that is scored; `undefined`: it is too vague, or open. */
export function scoredDays(occurred: string): Days | undefined {
  const { from, to } = occurredRange(occurred);
  if (from === null || to === null) return undefined;
  return dayNumber(to) - dayNumber(from) < longestDays ? { from, to } : undefined;
}
