import { dayNumber } from '#shared/domain/dates/calendar.ts';
import type { Days } from '#shared/domain/dates/month-shares.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';

/** The days that a date may span to be scored: a vaguer one belongs to no month and no index. */
export const longestScored = 366;

/** Returns the days of a date that is scored; `undefined`: the date is too vague, or open. */
export function scoredDays(occurred: string): Days | undefined {
  const { from, to } = occurredRange(occurred);
  if (from === null || to === null) return undefined;
  return dayNumber(to) - dayNumber(from) < longestScored ? { from, to } : undefined;
}
