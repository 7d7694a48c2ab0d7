import type { RatePrior } from './gamma-poisson.ts';
import { type Run, runsByMonth } from './online-change.ts';
import type { RunningSums } from './running-sums.ts';

/** Months before which no alarm is raised: with less behind it, every run is a recent one. */
export const fewestOnlineMonths = 24;
/** Months that count as recent. */
export const recentMonths = 6;
/** An alarm is raised when a recent change is more probable than this … */
export const alarming = 0.9;
/** … and none is raised again until it was less probable than this. */
const calm = 0.5;

/** A month in which a recent change became probable; indices of months. */
export interface OnlineAlarm {
  readonly raised: number;
  /** First month of the run that was most probable then, of the recent ones. */
  readonly start: number;
  readonly probability: number;
}

/** What the months showed one after the other. */
export interface Watch {
  readonly alarms: readonly OnlineAlarm[];
  /** Probability, after the last month, that the rate changed in the last 6 months. */
  readonly probability: number;
  /** The recent runs after the last month, in order of their first month. */
  readonly recent: readonly Run[];
}

/**
 * Raises an alarm where P(change in the last 6 months) exceeds 0.9, as each month showed it. A run that began with
 * the series is no change. The prior is that of the whole series, so that an alarm of the past may differ a little
 * from one that was raised then.
 */
export function onlineWatch(sums: RunningSums, prior: RatePrior): Watch {
  const alarms: OnlineAlarm[] = [];
  let isArmed = true;
  let [probability, recent, month]: [number, readonly Run[], number] = [0, [], 0];
  for (const runs of runsByMonth(sums, prior)) {
    const first = Math.max(month - recentMonths + 1, 1);
    recent = runs.filter(({ start }) => start >= first);
    probability = recent.reduce((sum, run) => sum + run.probability, 0);
    if (probability < calm) isArmed = true;
    if (isArmed && probability > alarming && month >= fewestOnlineMonths) {
      isArmed = false;
      alarms.push({ raised: month, start: likeliest(recent), probability });
    }
    month += 1;
  }
  return { alarms, probability, recent };
}

/** Returns the first month of the most probable of some runs. */
export const likeliest = (runs: readonly Run[]): number =>
  runs.reduce((best, run) => (run.probability > best.probability ? run : best), { start: 0, probability: 0 }).start;
