import { daysLater } from '#shared/domain/dates/calendar.ts';
import { shortestTone, tonePenalty } from './tone-segments.ts';
import type { ToneSeries } from './tone-series.ts';

/** Days that a change is asked about. */
const lately = 365;
/** The normal quantile of 80 %. */
const quantile80 = 0.8416;

/**
 * Returns the least shift of the mean, up or down, that would have been found four times in five had it held over the
 * last year, or over the last 8 events where the year has fewer; in units of the scale. Its expected likelihood
 * ratio, δ²/σ² · W₁W₂/(W₁ + W₂), is that of a normal mean. Null where fewer than 8 events are left before it.
 */
export function detectableShift({ facts, variance }: ToneSeries, through: string): number | null {
  const since = daysLater(through, -lately);
  const recent = Math.max(facts.filter(({ day }) => day > since).length, shortestTone);
  const earlier = facts.length - recent;
  if (earlier < shortestTone) return null;
  const weightOf = (some: ToneSeries['facts']) => some.reduce((sum, { weight }) => sum + weight, 0);
  const [before, after] = [weightOf(facts.slice(0, earlier)), weightOf(facts.slice(earlier))];
  const needed = Math.sqrt(tonePenalty(facts.length)) + quantile80;
  return needed * Math.sqrt((variance * (before + after)) / (before * after));
}
