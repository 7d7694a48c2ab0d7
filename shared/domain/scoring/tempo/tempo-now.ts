import { monthsLater } from '#shared/domain/dates/calendar.ts';
import { type RateEstimate, rateEstimate, type RatePrior } from './gamma-poisson.ts';
import type { MonthProbability } from './month-posterior.ts';
import { alarming, likeliest, type OnlineAlarm, onlineWatch } from './online-alarms.ts';
import type { RunningSums } from './running-sums.ts';
import type { Span } from './tempo-segments.ts';

/** An alarm of the past, in months `YYYY-MM`. */
export interface TempoAlarm {
  /** The month whose counts raised it. */
  readonly raised: string;
  /** The month in which the rate most probably changed, as seen then. */
  readonly month: string;
  readonly probability: number;
}

/** What the last months show of a change that may just have begun. */
export interface TempoNow {
  /** Probability that the rate changed in the last 6 months; the last one may not be over. */
  readonly probability: number;
  readonly isAlarm: boolean;
  /** The last 6 months, each with the probability that the new rate began with it. */
  readonly posterior: readonly MonthProbability[];
  /** The most probable of them. */
  readonly month: string;
  /** The rates before that month, since the last change of the history, and from it on. */
  readonly before: RateEstimate;
  readonly after: RateEstimate;
  /** At most the last 24. */
  readonly alarms: readonly TempoAlarm[];
}

const mostAlarms = 24;

/** Reports whether a rate changed in the last 6 months of a series that begins with a month and falls into segments. */
export function tempoNow(first: string, spans: readonly Span[], sums: RunningSums, prior: RatePrior): TempoNow {
  const { probability, recent, alarms } = onlineWatch(sums, prior);
  const start = likeliest(recent);
  const since = spans.findLast(({ from }) => from < start)?.from ?? 0;
  const named = ({ raised, start: month, probability: then }: OnlineAlarm): TempoAlarm => ({
    raised: monthsLater(first, raised),
    month: monthsLater(first, month),
    probability: then,
  });
  return {
    probability,
    isAlarm: probability > alarming,
    posterior: recent.map((run) => ({ month: monthsLater(first, run.start), probability: run.probability })),
    month: monthsLater(first, start),
    before: rateEstimate(sums.between(since, start), prior),
    after: rateEstimate(sums.between(start, sums.length), prior),
    alarms: alarms.slice(-mostAlarms).map(named),
  };
}
