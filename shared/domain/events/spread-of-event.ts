import { monthCount, monthOf } from '#shared/domain/dates/calendar.ts';
import { isWiderThanMonth } from '#shared/domain/dates/month-shares.ts';
import { scoredDays } from '#shared/domain/scoring/scored-days.ts';
import { scoredDyads } from '#shared/domain/scoring/scored-dyads.ts';
import { RuleViolated } from '#shared/domain/streams/decider.ts';
import type { DiplomaticEvent } from './new-event.ts';

/**
 * In how many months of relations one event counts at most: each is three rows of the read models. Thirty parties are 435 relations; of eight
 * parties, 28 relations, an event may be dated to a year.
 */
export const maxMonthsOfRelations = 500;

/** Refuses an event of so many relations, dated so vaguely, that it would count in more of their months. Throws RuleViolated. */
export function requireNarrowEnough({
  participants,
  occurred,
}: Pick<DiplomaticEvent, 'participants' | 'occurred'>): void {
  const days = scoredDays(occurred);
  if (days === undefined) return;
  const months = isWiderThanMonth(days) ? monthCount(monthOf(days.from), monthOf(days.to)) : 1;
  const relations = scoredDyads(participants).length;
  if (relations * months <= maxMonthsOfRelations) return;
  throw new RuleViolated(
    'too-many-months-of-relations',
    `${relations} relations of participants in each of the ${months} months of ${occurred} are ${relations * months}; expected at most ` +
      `${maxMonthsOfRelations}: give a closer date, or record an event for each group of participants`,
  );
}
