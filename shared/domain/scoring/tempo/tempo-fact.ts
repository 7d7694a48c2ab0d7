import { dayNumber } from '#shared/domain/dates/calendar.ts';
import { longestScored } from '#shared/domain/scoring/scored-days.ts';

/** The two kinds of events that are counted apart: quad classes 1 and 2, and 3 and 4. */
export const tempoSigns = ['cooperative', 'conflictual'] as const;
export type TempoSign = (typeof tempoSigns)[number];

/**
 * An event between two parties as tempo counts it: a visit with all that belongs to it is one fact of each sign. Only
 * what was held counts; how credible it is does not matter here.
 */
export interface TempoFact {
  readonly id: string;
  readonly sign: TempoSign;
  /** First day on which it may have happened, `YYYY-MM-DD`. */
  readonly from: string;
  /** Last day on which it may have happened, inclusive. */
  readonly to: string;
  /** What it counts, where it is not known whether others repeat it; absent: whole. */
  readonly part?: number | undefined;
}

/** Returns how many days a fact may have happened on. */
export const daysOf = ({ from, to }: Pick<TempoFact, 'from' | 'to'>): number => dayNumber(to) - dayNumber(from) + 1;

/** Says whether a fact is dated well enough to be counted by months: within a year. */
export const isCountable = (fact: TempoFact): boolean => daysOf(fact) > 0 && daysOf(fact) <= longestScored;

/** Compares facts by their first day, then by their id. */
export const byDay = (one: TempoFact, other: TempoFact): number =>
  one.from === other.from ? compared(one.id, other.id) : compared(one.from, other.from);

const compared = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};
