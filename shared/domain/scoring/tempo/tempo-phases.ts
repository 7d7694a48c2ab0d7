import type { SourceCoverage } from './coverage.ts';
import { detectableTempo, type DetectableTempo } from './detectable-tempo.ts';
import { dispersion } from './dispersion.ts';
import { ratePrior } from './gamma-poisson.ts';
import { fewestOnlineMonths } from './online-alarms.ts';
import { mostMonths, recordStart } from './record-start.ts';
import { runningSums } from './running-sums.ts';
import { type TempoChange, tempoHistory, type TempoSegment } from './tempo-changes.ts';
import type { TempoFact, TempoSign } from './tempo-fact.ts';
import { type TempoNow, tempoNow } from './tempo-now.ts';
import { tempoSeries, type TempoSeries } from './tempo-series.ts';

/** Too little is known of a relation to say whether it changed. */
export interface TooLittle {
  readonly status: 'too-little';
  /** What there is and what is needed, in words. */
  readonly reason: string;
}

/** Whether events of a sign came more or less often, when, and how sure that is. */
export interface TempoAnalysis {
  readonly status: 'analysed';
  readonly sign: TempoSign;
  /** First and last month of the series. */
  readonly from: string;
  readonly to: string;
  readonly basis: TempoSeries['basis'];
  readonly segments: readonly TempoSegment[];
  readonly changes: readonly TempoChange[];
  /** What the last months show; null before the series has 24 months. */
  readonly now: TempoNow | null;
  /**
   * Variance of the counts over what the model expects: far above 1, events come in bursts and changes are less sure
   * than they are reported to be.
   */
  readonly dispersion: number | null;
  /** The smallest changes that would have been seen; null where the last segment is shorter than 15 months. */
  readonly detectable: DetectableTempo | null;
}

export type TempoPhases = TempoAnalysis | TooLittle;

/** What is known of a dyad by the end of a day. */
export interface TempoRecord {
  /** Of both signs. */
  readonly facts: readonly TempoFact[];
  /** First day of the earliest event on the timeline of the dyad, of any type; undefined when there is none. */
  readonly firstKnown?: string | undefined;
  /** Last day, `YYYY-MM-DD`. */
  readonly through: string;
  /** The sources that cover the dyad; absent: every month counts alike. */
  readonly sources?: readonly SourceCoverage[] | undefined;
}

/** Fewest months that are analysed. */
const fewestMonths = 12;

/** Returns the monthly counts of one sign of a dyad, or undefined when nothing is on record. */
export function tempoSeriesOf({ facts, firstKnown, through, sources }: TempoRecord, sign: TempoSign) {
  const own = facts.filter((fact) => fact.sign === sign);
  const days = [...facts.map(({ from }) => from), ...(firstKnown === undefined ? [] : [firstKnown])];
  const start = recordStart(own, earliestOf(days), through);
  return start === undefined ? undefined : tempoSeries(own, start, through, sources);
}

function earliestOf(days: readonly string[]): string | undefined {
  return days.reduce<string | undefined>((first, day) => (first === undefined || day < first ? day : first), undefined);
}

/** Reports the changes of tempo of one sign, as known by the end of a day. */
export function tempoPhases(record: TempoRecord, sign: TempoSign): TempoPhases {
  const series = tempoSeriesOf(record, sign);
  return series === undefined ? { status: 'too-little', reason: 'nothing is on record' } : tempoPhasesOf(series, sign);
}

/** Reports the changes in monthly counts of one sign. Throws a RangeError for more than 3000 months. */
export function tempoPhasesOf({ months, basis }: TempoSeries, sign: TempoSign): TempoPhases {
  const [first, last] = [months[0], months.at(-1)];
  if (months.length > mostMonths) throw new RangeError(`expected at most ${mostMonths} months, got ${months.length}`);
  if (first === undefined || last === undefined || months.length < fewestMonths) {
    return { status: 'too-little', reason: `months on record: ${months.length}, needed: ${fewestMonths}` };
  }
  const sums = runningSums(months);
  const prior = ratePrior(sums.between(0, sums.length));
  const { spans, ...history } = tempoHistory(months, sums, prior);
  const present = spans.at(-1) ?? { from: 0, to: months.length };
  return {
    status: 'analysed',
    sign,
    from: first.month,
    to: last.month,
    basis,
    ...history,
    now: months.length < fewestOnlineMonths ? null : tempoNow(first.month, spans, sums, prior),
    dispersion: dispersion(months, spans, sums),
    detectable: detectableTempo(present, sums),
  };
}
