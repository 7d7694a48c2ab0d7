import { RuleViolated } from '#shared/domain/streams/decider.ts';
import type { DiplomaticEvent } from '#shared/domain/events/new-event.ts';
import { occurredRange, type OccurredRange } from '#shared/domain/dates/occurred-range.ts';
import { formerStates } from './former-states.ts';
import { partyName } from './party-name.ts';
import type { StatePeriods } from './extinct-states.ts';
import { statePeriods } from './state-periods.ts';

/**
 * Refuses an event of a day on which a participating state did not exist: wholly before it began, or after it ended. A
 * former state raises a doubt only (`doubtsOf`): the record names it as its sources do.
 * Parties with the role `subject`, third parties and places may be named beyond their time, as background. Throws
 * `RuleViolated`.
 */
export function requirePartiesInExistence(
  event: Pick<DiplomaticEvent, 'occurred'> & {
    readonly participants: readonly { readonly party: string; readonly role: string }[];
  },
): void {
  for (const { party, role } of event.participants) {
    if (role === 'subject' || Object.hasOwn(formerStates, party)) continue;
    const violation = timesOf(party, event.occurred);
    if (violation !== undefined) throw new RuleViolated('party-not-in-existence', violation);
  }
}

/**
 * Returns when a state existed and what to name instead, if it did not exist on a date; `undefined`: it did, or may
 * have.
 */
export function timesOf(party: string, occurred: string): string | undefined {
  const range = occurredRange(occurred);
  const state = statePeriods[party];
  if (state === undefined || state.periods.some((period) => overlaps(range, period))) return undefined;
  return explanation(party, state, occurred, range);
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
