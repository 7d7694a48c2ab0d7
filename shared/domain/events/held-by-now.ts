import { daysLater } from '#shared/domain/dates/calendar.ts';
import { RuleViolated } from '#shared/domain/streams/decider.ts';
import type { DiplomaticEvent } from './new-event.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';

/** The day may have begun already where it happened. */
const toleranceDays = 1;

/** Whether a date lies wholly after a day, more than the time zones of the world account for. */
function isAhead(occurred: string, day: string): boolean {
  const { from } = occurredRange(occurred);
  return from !== null && from > daysLater(day, toleranceDays);
}

/**
 * Refuses an event that is said to have been held, on a day that had not come when it was recorded (`YYYY-MM-DD`).
 * Throws RuleViolated.
 */
export function requireHeldByNow(
  { modality, occurred }: Pick<DiplomaticEvent, 'modality' | 'occurred'>,
  recordedOn: string,
): void {
  if (modality !== 'held' || !isAhead(occurred, recordedOn)) return;
  throw new RuleViolated(
    'held-in-the-future',
    `What has modality held has happened, but occurred ${occurred} is after the day of recording, ${recordedOn}: ` +
      'give the day on which it happened, or modality planned or hypothetical for what is still to come',
  );
}
