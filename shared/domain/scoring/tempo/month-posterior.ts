import { monthsLater } from '#shared/domain/dates/calendar.ts';

/** How probable it is that the rate changed with a month. */
export interface MonthProbability {
  /** `YYYY-MM`: the first month of the new rate. */
  readonly month: string;
  readonly probability: number;
}

/** The months in which a change may lie. */
export interface MonthPosterior {
  /** The most probable months that hold 95 % together, in order of time; at most 24. */
  readonly likely: readonly MonthProbability[];
  /** First and last month of the central 95 %. */
  readonly from: string;
  readonly to: string;
}

const credible = 0.95;
const mostMonths = 24;

/** Names the months of a posterior, which begins with a month, and keeps those that hold 95 %. */
export function monthPosterior(first: string, posterior: readonly number[]): MonthPosterior {
  const months = posterior.map((probability, index) => ({ month: monthsLater(first, index), probability }));
  const kept: MonthProbability[] = [];
  let held = 0;
  for (const month of months.toSorted((a, b) => b.probability - a.probability)) {
    if (held >= credible || kept.length === mostMonths) break;
    kept.push(month);
    held += month.probability;
  }
  return {
    likely: kept.toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    from: monthAt(first, posterior, (1 - credible) / 2),
    to: monthAt(first, posterior, (1 + credible) / 2),
  };
}

/** Returns the month by which so much of the probability is reached. */
function monthAt(first: string, posterior: readonly number[], reached: number): string {
  let sum = 0;
  const index = posterior.findIndex((probability) => {
    sum += probability;
    return sum >= reached;
  });
  return monthsLater(first, index < 0 ? posterior.length - 1 : index);
}
