import { monthOf, monthsLater } from '#shared/domain/dates/calendar.ts';
import { byDay, type TempoFact } from './tempo-fact.ts';

/** Longest series in months: 1776 to 2025. An older record is cut at its beginning. */
export const mostMonths = 3000;

/** Where the counting of a relation begins. */
export interface RecordStart {
  /** First month, `YYYY-MM`. */
  readonly month: string;
  /** The fact that begins the record, when it would be counted; it is left out. */
  readonly opening: string | undefined;
  /** Whether the record reaches further back than the longest series. */
  readonly isCut: boolean;
}

/**
 * Returns the first month of a relation's series, or undefined when nothing is on record through a day. It is the
 * month of the earliest event on the timeline of the dyad, of any type, scored or not: from then on somebody wrote
 * the relation down, so that a month without an event is a month without contact. Before it, silence says nothing.
 * Where that earliest event is one of the counted facts, it opens the record and is not counted: the series begins
 * there because it happened, so counting it would raise the first rate.
 */
export function recordStart(
  facts: readonly TempoFact[],
  firstKnown: string | undefined,
  through: string,
): RecordStart | undefined {
  const first = facts.filter(({ from }) => from <= through).toSorted(byDay)[0];
  const isOpening = first !== undefined && (firstKnown === undefined || first.from <= firstKnown);
  const day = isOpening ? first.from : firstKnown;
  if (day === undefined || day > through) return undefined;
  const earliest = monthsLater(monthOf(through), 1 - mostMonths);
  const month = monthOf(day);
  if (month < earliest) return { month: earliest, opening: undefined, isCut: true };
  return { month, opening: isOpening ? first.id : undefined, isCut: false };
}
