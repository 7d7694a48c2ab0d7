import { monthsLater } from '#shared/domain/dates/calendar.ts';
import { changeEvidence, type ChangeEvidence } from './change-evidence.ts';
import { type RateEstimate, rateEstimate, type RatePrior } from './gamma-poisson.ts';
import { monthPosterior, type MonthPosterior } from './month-posterior.ts';
import type { RunningSums } from './running-sums.ts';
import { type Dating, datings } from './tempo-dating.ts';
import { type Span, tempoSegments } from './tempo-segments.ts';
import type { TempoMonth } from './tempo-series.ts';

/** Months in which events of a sign came at one rate. */
export interface TempoSegment {
  /** First and last month, inclusive, `YYYY-MM`. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** In average months. */
  readonly exposure: number;
  readonly rate: RateEstimate;
}

/** A month from which on events came more often, or less. */
export interface TempoChange {
  readonly kind: 'rise' | 'fall';
  /** `YYYY-MM`: the first month of the new rate. */
  readonly month: string;
  readonly posterior: MonthPosterior;
  readonly before: RateEstimate;
  readonly after: RateEstimate;
  /** Of a change, wherever it lies, against none; at most 10^12. */
  readonly bayesFactor: number;
  readonly evidence: ChangeEvidence;
}

/** How the months fall into segments, and what changed between them. */
export interface TempoHistory {
  readonly segments: readonly TempoSegment[];
  readonly changes: readonly TempoChange[];
  /** Indices of the months of each segment. */
  readonly spans: readonly Span[];
}

/** Beyond it a Bayes factor says nothing more, and its number would not be finite. */
const greatestFactor = 1e12;

/** Finds the segments of a series by PELT, dates the changes between them, and says how sure each is. */
export function tempoHistory(months: readonly TempoMonth[], sums: RunningSums, prior: RatePrior): TempoHistory {
  const dated = datings(tempoSegments(sums), sums, prior);
  const edges = [0, ...dated.map(({ start }) => start), months.length];
  const spans = edges.slice(1).map((to, index) => ({ from: edges[index] ?? 0, to }));
  const first = months[0]?.month ?? '';
  const segments = spans.map(({ from, to }): TempoSegment => {
    const counted = sums.between(from, to);
    const names = { from: monthsLater(first, from), to: monthsLater(first, to - 1) };
    return { ...names, ...counted, rate: rateEstimate(counted, prior) };
  });
  const changes = dated.flatMap((dating, index) => {
    const [before, after] = [segments[index], segments[index + 1]];
    return before === undefined || after === undefined ? [] : [changeOf(dating, before, after, months)];
  });
  return { segments, changes, spans };
}

function changeOf(dating: Dating, before: TempoSegment, after: TempoSegment, months: readonly TempoMonth[]) {
  const first = months[0]?.month ?? '';
  const within = ({ from, to }: TempoSegment) => months.filter(({ month }) => from <= month && month <= to);
  return {
    kind: after.rate.perYear > before.rate.perYear ? 'rise' : 'fall',
    month: after.from,
    posterior: monthPosterior(monthsLater(first, dating.first), dating.posterior),
    before: before.rate,
    after: after.rate,
    bayesFactor: Math.min(Math.exp(dating.logBayesFactor), greatestFactor),
    evidence: changeEvidence(within(before), within(after)),
  } satisfies TempoChange;
}
