import { monthOf, monthsBetween } from '#shared/domain/dates/calendar.ts';
import { type DayTally, indexByDay, type RelationIndex } from './relation-index.ts';
import { emptyTally, type ScoreSummary, summaryOf, summed } from './tally.ts';

/** The scores of a relation in a month, and its index at the month's end. */
export interface MonthlyScore extends ScoreSummary {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly index: RelationIndex;
}

/**
 * Computes the months through a day from the tallies of every day since the first month's horizon; the last has the
 * index of that day.
 */
export function monthlyScores(
  days: readonly DayTally[],
  { from, lastDay }: { readonly from: string; readonly lastDay: string },
): MonthlyScore[] {
  const byMonth = Map.groupBy(days, ({ day }) => monthOf(day));
  const indexOf = new Map<string, RelationIndex>();
  for (const { day, ...index } of indexByDay(days, lastDay)) indexOf.set(monthOf(day), index);
  return monthsBetween(from, monthOf(lastDay)).map((month) => ({
    month,
    ...summaryOf((byMonth.get(month) ?? []).reduce((sum, { tally }) => summed(sum, tally), emptyTally)),
    index: indexOf.get(month) ?? { slow: 0, fast: 0, weight: 0 },
  }));
}
