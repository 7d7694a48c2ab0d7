import { RuleViolated } from '#shared/domain/streams/decider.ts';
import type { DiplomaticEvent } from '#shared/domain/events/new-event.ts';
import { occurredRange, type OccurredRange } from '#shared/domain/dates/occurred-range.ts';
import { partyName } from './party-name.ts';
import { statePeriods, type StatePeriods } from './state-periods.ts';

/**
 * Refuses an event of a day on which a participating state did not exist: wholly before it began, or after it ended.
 * Parties with the role `subject`, third parties and places may be named beyond their time, as background. Throws
 * `RuleViolated`.
 */
export function requirePartiesInExistence(
  event: Pick<DiplomaticEvent, 'occurred'> & {
    readonly participants: readonly { readonly party: string; readonly role: string }[];
  },
): void {
  const range = occurredRange(event.occurred);
  for (const { party, role } of event.participants) {
    const state = statePeriods[party];
    if (state === undefined || role === 'subject' || state.periods.some((period) => overlaps(range, period))) continue;
    throw new RuleViolated('party-not-in-existence', explanation(party, state, event.occurred, range));
  }
}

const overlaps = ({ from, to }: OccurredRange, period: StatePeriods['periods'][number]): boolean =>
  (from === null || period.to === undefined || from <= period.to) &&
  (to === null || period.from === undefined || to >= period.from);

function explanation(
  party: string,
  { periods, before = [], after = [] }: StatePeriods,
  occurred: string,
  range: OccurredRange,
) {
  const first = periods.at(-1)?.from;
  const isBefore = first !== undefined && range.to !== null && range.to < first;
  const instead = (isBefore ? before : after).map((code) => `${code} (${partyName(code)})`).join(', ');
  const times = periods.map(({ from, to }) => [from && `from ${from}`, to && `until ${to}`].filter(Boolean).join(' '));
  return `${partyName(party)} (${party}) was there ${times.join(' and ')}, not at ${occurred}${instead === '' ? '' : `: name ${instead}`}`;
}
