import { firstDayOf, monthOf, monthsBetween } from '#shared/domain/dates/calendar.ts';
import { isWiderThanMonth, monthShares } from '#shared/domain/dates/month-shares.ts';
import type { SourceCoverage } from './coverage.ts';
import { exposuresOf, type Exposures } from './exposure.ts';
import type { RecordStart } from './record-start.ts';
import { byDay, isCountable, type TempoFact } from './tempo-fact.ts';

/** What happened between two parties in a month, of one sign. */
export interface TempoMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  /** How many events; fractions where one is dated to more than a month, or suspected to repeat another. */
  readonly count: number;
  /** In average months; never 0. */
  readonly exposure: number;
  /** Ids of the events that it counts, or counts a part of. */
  readonly events: readonly string[];
}

/** Months in order, without a gap. */
export interface TempoSeries {
  readonly months: readonly TempoMonth[];
  readonly basis: Exposures['basis'];
}

/**
 * Returns the monthly counts of some facts of one sign, from the start of the record through a day, which is at least
 * that of the start. A fact that is dated to more than a month is spread over the days that it may have happened on,
 * as far as they lie in the series: one that is on record by then has happened by then. Leaves out the fact that
 * opens the record, and facts that are dated to more than a year.
 */
export function tempoSeries(
  facts: readonly TempoFact[],
  start: RecordStart,
  through: string,
  sources?: readonly SourceCoverage[],
): TempoSeries {
  const names = monthsBetween(start.month, monthOf(through));
  const counts = new Map(names.map((month) => [month, { count: 0, events: [] as string[] }]));
  const counted = facts.filter((fact) => isCountable(fact) && fact.id !== start.opening).toSorted(byDay);
  for (const fact of counted) {
    for (const [month, share] of sharesOf(fact, firstDayOf(start.month), through)) {
      const sum = counts.get(month);
      if (sum === undefined) continue;
      sum.count += share;
      sum.events.push(fact.id);
    }
  }
  const { basis, byMonth } = exposuresOf(names, through, sources);
  const months = names.map((month, index) => ({
    month,
    ...(counts.get(month) ?? { count: 0, events: [] }),
    exposure: byMonth[index] ?? 1,
  }));
  return { basis, months };
}

/** Returns the parts of a fact by months; their sum is what it counts, or nothing where it lies outside. */
function sharesOf(fact: TempoFact, first: string, last: string): [string, number][] {
  const from = fact.from < first ? first : fact.from;
  const to = fact.to > last ? last : fact.to;
  if (from > to) return [];
  const { part = 1 } = fact;
  if (!isWiderThanMonth(fact)) return [[monthOf(from), part]];
  const shares = monthShares({ from, to });
  return shares.map(({ month, passed, all }, index) => [
    month,
    (part * (passed - (shares[index - 1]?.passed ?? 0))) / all,
  ]);
}
