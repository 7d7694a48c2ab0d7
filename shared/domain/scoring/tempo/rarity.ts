import { dayNumber } from '#shared/domain/dates/calendar.ts';
import { byDay, type TempoFact } from './tempo-fact.ts';

/** Days without an event between two of them. */
export interface Gap {
  readonly days: number;
  /** The event before it, and its last day. */
  readonly after: string;
  readonly from: string;
  /** The first day of the event before it: with `from`, how precisely that is dated. */
  readonly fromEarliest: string;
  /** The event that ended it, and its first day. */
  readonly before: string;
  readonly to: string;
}

/** An event after a gap that was longer than most before it. */
export interface FirstSince extends Gap {
  /** Part of the earlier gaps that were shorter, 0 to 1; null when there are fewer than 3 of them. */
  readonly percentile: number | null;
}

/** How rare events between two parties are. */
export interface Rarity {
  readonly events: number;
  readonly longest: Gap | null;
  /** Since the last event: null when there was none. */
  readonly present: { readonly days: number; readonly since: string; readonly percentile: number | null } | null;
  /** The latest events that were the first for long, newest first; at most 20. */
  readonly firstSince: readonly FirstSince[];
}

/** Earlier gaps below which none is compared with them. */
const fewestGaps = 3;
/** An event is reported as the first for long when its gap was longer than this part of the earlier ones … */
const longPart = 0.9;
/** … and than a year. */
const longDays = 365;
const mostReported = 20;

/**
 * Reports the gaps between facts, through a day. A gap is from the last day on which one may have happened to the first
 * day of the next, so that it is never reported longer than it was; facts that overlap leave none.
 */
export function rarity(facts: readonly TempoFact[], through: string): Rarity {
  const known = facts.filter(({ from }) => from <= through).toSorted(byDay);
  const gaps = gapsBetween(known);
  const lengths: number[] = [];
  const reported: FirstSince[] = [];
  for (const gap of gaps) {
    if (gap.days > longDays) {
      const percentile = shorterPart(lengths, gap.days);
      if (percentile === null || percentile > longPart) reported.push({ ...gap, percentile });
    }
    lengths.push(gap.days);
  }
  return {
    events: known.length,
    longest: gaps.reduce<Gap | null>(
      (longest, gap) => (longest !== null && longest.days >= gap.days ? longest : gap),
      null,
    ),
    present: presentGap(known, lengths, through),
    firstSince: reported.slice(-mostReported).toReversed(),
  };
}

function gapsBetween(facts: readonly TempoFact[]): Gap[] {
  const gaps: Gap[] = [];
  let last: TempoFact | undefined;
  for (const fact of facts) {
    if (last !== undefined) {
      const days = Math.max(dayNumber(fact.from) - dayNumber(last.to), 0);
      gaps.push({ days, after: last.id, from: last.to, fromEarliest: last.from, before: fact.id, to: fact.from });
    }
    if (last === undefined || fact.to > last.to) last = fact;
  }
  return gaps;
}

function presentGap(facts: readonly TempoFact[], lengths: readonly number[], through: string): Rarity['present'] {
  const last = facts.reduce<TempoFact | undefined>(
    (latest, fact) => (latest === undefined || fact.to > latest.to ? fact : latest),
    undefined,
  );
  if (last === undefined) return null;
  const days = Math.max(dayNumber(through) - dayNumber(last.to), 0);
  return { days, since: last.id, percentile: shorterPart(lengths, days) };
}

const shorterPart = (lengths: readonly number[], days: number): number | null =>
  lengths.length < fewestGaps ? null : lengths.filter((length) => length < days).length / lengths.length;
