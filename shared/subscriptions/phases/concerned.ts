import { correctedEvent } from '#shared/domain/corrections/corrected-event.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { daysLater, monthsLater } from '#shared/domain/dates/calendar.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { facetsOf } from '#shared/domain/events/facets.ts';
import type { RecordedDiplomaticEvent } from '#shared/domain/events/recorded-event.ts';
import { isMultilateral } from '#shared/domain/events/multilateral.ts';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import { eventAt } from '#shared/ledger/event-at.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';

/** An event that happened more months than this before it was recorded is history, and announces nothing. */
const historyMonths = 24;
/** A record that is older than this when it is looked at announces nothing: it is no news any more. */
const freshDays = 7;

/**
 * Returns the dyads whose phases a record may change, and which are to be looked at: none of what was recorded more
 * than a week ago, of what happened more than 24 months before that, or of a multilateral event.
 */
export async function dyadsToLookAt(
  ledger: Pick<LedgerReader, 'commits'>,
  event: PositionedEvent,
  now: Date,
): Promise<readonly string[]> {
  if (event.recordedAt < daysLater(now.toISOString().slice(0, 10), -freshDays)) return [];
  if (!isCorrection(event)) return isLookedAt(event, event.recordedAt) ? facetsOf(event).dyads : [];
  const about = await eventAt(ledger, event.of);
  if (about === undefined || isCorrection(about)) throw new Error(`${event.of} is corrected, but is no event`);
  const states = [about, correctedEvent(about, [event])];
  return states.some((state) => isLookedAt(state, event.recordedAt)) ? facetsOf(event, about).dyads : [];
}

function isLookedAt({ occurred, participants }: RecordedDiplomaticEvent, recordedAt: string): boolean {
  const { to } = occurredRange(occurred);
  const since = monthsLater(recordedAt.slice(0, 7), -historyMonths);
  return !isMultilateral(participants) && (to === null || to.slice(0, 7) >= since);
}
