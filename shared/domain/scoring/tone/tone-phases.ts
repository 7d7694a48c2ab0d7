import type { TooLittle } from '#shared/domain/scoring/tempo/tempo-phases.ts';
import { detectableShift } from './detectable-tone.ts';
import { type ToneAlarm, toneAlarms } from './tone-alarms.ts';
import { shortestTone, type ToneSegment, toneSegments } from './tone-segments.ts';
import { type ToneFact, toneSeries } from './tone-series.ts';

/** A day from which on events were better or worse. */
export interface ToneChange {
  readonly kind: 'better' | 'worse';
  /** The day of the first event after it. */
  readonly day: string;
  readonly before: ToneSegment;
  readonly after: ToneSegment;
}

/** Whether what happens between two parties became better or worse, when, and how sure that is. */
export interface ToneAnalysis {
  readonly status: 'analysed';
  /** How many events are scored, and how many earlier ones were left out. */
  readonly n: number;
  readonly omitted: number;
  /** Standard deviation within segments of a score of average weight. */
  readonly deviation: number;
  readonly segments: readonly ToneSegment[];
  readonly changes: readonly ToneChange[];
  /** At most the last 24. */
  readonly alarms: readonly ToneAlarm[];
  /** The least shift over the last year that would have been seen, in units of the scale; null: none would. */
  readonly detectable: number | null;
}

export type TonePhases = ToneAnalysis | TooLittle;

const mostAlarms = 24;

/** Reports the changes of tone of a relation as known by the end of a day: of fewer than 16 scored events, none. */
export function tonePhases(facts: readonly ToneFact[], through: string): TonePhases {
  const series = toneSeries(facts, through);
  const n = series.facts.length;
  if (n < 2 * shortestTone) {
    return { status: 'too-little', reason: `scored events on record: ${n}, needed: ${2 * shortestTone}` };
  }
  const segments = toneSegments(series);
  return {
    status: 'analysed',
    n,
    omitted: series.omitted,
    deviation: Math.sqrt(series.variance),
    segments,
    changes: changesBetween(segments),
    alarms: toneAlarms(series.facts, through).slice(-mostAlarms),
    detectable: detectableShift(series, through),
  };
}

const changesBetween = (segments: readonly ToneSegment[]): ToneChange[] =>
  segments.slice(1).flatMap((after, index): ToneChange[] => {
    const before = segments[index];
    if (before === undefined) return [];
    return [{ kind: after.mean > before.mean ? 'better' : 'worse', day: after.from, before, after }];
  });
