import { dayOf } from '#shared/domain/dates/calendar.ts';
import { recentDays, welchByDay } from './welch-windows.ts';
import type { ToneFact } from './tone-series.ts';

/** An alarm begins when the windows are so many standard errors apart … */
const alarming = 3;
/** … and is over below so many: a second one does not begin before. */
const calm = 1;

/** A time in which the last 60 days were clearly better or worse than the two years before them. */
export interface ToneAlarm {
  readonly kind: 'better' | 'worse';
  /** The day on which |z| reached 3. */
  readonly start: string;
  /** The day on which |z| fell below 1, or had no value for 60 days; null: it goes on. */
  readonly end: string | null;
  /** The z that was furthest from 0, its day, and the means of both windows on it. */
  readonly z: number;
  readonly peakDay: string;
  readonly recent: number;
  readonly reference: number;
  /** The events of the 60 days to its start, at most 50. */
  readonly events: readonly string[];
}

const mostIds = 50;

/**
 * Returns the alarms of scored events in order, through a day. While z has no value an alarm goes on: events that are
 * missing calm nobody, until the whole recent window has passed without them.
 */
export function toneAlarms(facts: readonly ToneFact[], through: string): ToneAlarm[] {
  const alarms: ToneAlarm[] = [];
  let open: ToneAlarm | undefined;
  let silent = 0;
  for (const { day, z, recent, reference, from, to } of welchByDay(facts, through)) {
    silent = z === null ? silent + 1 : 0;
    if (open !== undefined && (silent >= recentDays || (z !== null && Math.abs(z) < calm))) {
      alarms.push({ ...open, end: dayOf(day) });
      open = undefined;
    }
    if (z === null) continue;
    if (open !== undefined && Math.abs(z) > Math.abs(open.z) && Math.sign(z) === Math.sign(open.z)) {
      open = { ...open, z, peakDay: dayOf(day), recent, reference };
    }
    if (open === undefined && Math.abs(z) >= alarming) {
      const events = facts.slice(from, to).map(({ id }) => id);
      const kind = z > 0 ? 'better' : 'worse';
      open = {
        kind,
        start: dayOf(day),
        end: null,
        z,
        peakDay: dayOf(day),
        recent,
        reference,
        events: events.slice(-mostIds),
      };
    }
  }
  return open === undefined ? alarms : [...alarms, open];
}
