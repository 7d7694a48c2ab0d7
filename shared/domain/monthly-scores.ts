import { firstDayOf, lastDayOf, monthOf, monthsBetween } from './calendar.ts';
import { type DayTally, indexByDay, type RelationIndex } from './relation-index.ts';
import { emptyTally, type ScoreSummary, summaryOf, summed } from './tally.ts';

/** The scores of a relation in a month, and where it stands at the month's end. */
export interface MonthlyScore extends ScoreSummary {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly index: RelationIndex;
}

/**
 * The months from one to another, out of the tallies of every day from the first one's horizon on. A month that is not over by `until` has
 * the index of that day.
 */
export function monthlyScores(
  days: readonly DayTally[],
  { from, to, until }: { readonly from: string; readonly to: string; readonly until: string },
): MonthlyScore[] {
  const byMonth = Map.groupBy(days, ({ day }) => monthOf(day));
  const lastDay = lastDayOf(to) < until ? lastDayOf(to) : until;
  const indexOf = new Map<string, RelationIndex>();
  for (const { day, ...index } of indexByDay(days, lastDay))
    if (day >= firstDayOf(from)) indexOf.set(monthOf(day), index);
  return monthsBetween(from, to).map((month) => ({
    month,
    ...summaryOf((byMonth.get(month) ?? []).reduce((sum, { tally }) => summed(sum, tally), emptyTally)),
    index: indexOf.get(month) ?? { slow: 0, fast: 0, weight: 0 },
  }));
}
