import { dayNumber } from '#shared/domain/dates/calendar.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { foldedName } from '#shared/domain/parties/folded-name.ts';
import { formerStates } from '#shared/domain/parties/former-states.ts';
import { namesakes } from '#shared/domain/parties/namesakes.ts';
import { timesOf } from '#shared/domain/parties/parties-in-existence.ts';
import { partyName } from '#shared/domain/parties/party-name.ts';
import { mentionedParties } from '#shared/domain/parties/mentioned-parties.ts';
import { partiesOf } from './multilateral.ts';
import type { DiplomaticEvent } from './new-event.ts';

/** The codes of doubts. */
export const doubtCodes = ['place-elsewhere', 'namesake', 'party-out-of-time', 'reported-before'] as const;
export type DoubtCode = (typeof doubtCodes)[number];

/** A doubt about an event that is recorded as it was posted. */
export interface Doubt {
  readonly code: DoubtCode;
  /** A JSON Pointer into the event. */
  readonly field: string;
  readonly detail: string;
}

/** The doubts of one event that are returned at most. */
export const mostDoubts = 10;

/**
 * Returns the doubts about an event, at most `mostDoubts`. They do not refuse it, but its reporter should look at each.
 */
export const doubtsOf = (event: DiplomaticEvent): Doubt[] =>
  [...placeDoubts(event), ...namesakeDoubts(event), ...timeDoubts(event), ...reportDoubts(event)].slice(0, mostDoubts);

const isState = (party: string): boolean => !party.startsWith('x-');

/**
 * Doubts a place in a country that the event does not name, unless only organisations take part: these meet anywhere.
 */
function placeDoubts(event: DiplomaticEvent): Doubt[] {
  const { place, participants } = event;
  const country = place?.country;
  const states = partiesOf(participants).filter(isState);
  if (country === undefined || states.length === 0 || mentionedParties(event).has(country)) return [];
  const named = states.slice(0, 3).map(nameAndCode).join(', ') + (states.length > 3 ? ' …' : '');
  const detail = `The place is in ${nameAndCode(country)}, which the event does not name: are the parties ${named}?`;
  return [{ code: 'place-elsewhere', field: '/place/country', detail }];
}

/** Doubts a party with the name of a region where the event took place. */
function namesakeDoubts({ place, participants }: DiplomaticEvent): Doubt[] {
  const parties = participants.map(({ party }) => party);
  return participants.flatMap(({ party }, index) => {
    const namesake = namesakes[party];
    if (namesake === undefined || parties.indexOf(party) !== index) return [];
    const isThere = place?.country === undefined || place.country === namesake.country;
    const inCity = isThere && place?.city !== undefined && namesake.cities.includes(foldedName(place.city));
    const inCountry = place?.country === namesake.country && !parties.includes(namesake.country);
    if (!inCity && !inCountry) return [];
    const where = [inCity && place.city, place?.country && partyName(place.country)].filter(Boolean).join(', ');
    const detail = `The place is ${where}: is ${namesake.region} meant, and not ${nameAndCode(party)}?`;
    return [{ code: 'namesake' as const, field: `/participants/${index}/party`, detail }];
  });
}

/** Doubts a former state beyond its time: reports often mean its successor. */
function timeDoubts({ participants, occurred }: DiplomaticEvent): Doubt[] {
  const parties = participants.map(({ party }) => party);
  return participants.flatMap(({ party, role }, index) => {
    if (!Object.hasOwn(formerStates, party) || role === 'subject' || parties.indexOf(party) !== index) return [];
    const detail = timesOf(party, occurred);
    return detail === undefined ? [] : [{ code: 'party-out-of-time' as const, field: `/participants/${index}/party`, detail }];
  });
} // prettier-ignore

/** Doubts a report from before the event, if the event was held. */
function reportDoubts({ modality, occurred, reportedAt, evidence }: DiplomaticEvent): Doubt[] {
  const { from } = occurredRange(occurred);
  if (modality !== 'held' || from === null) return [];
  const days = [
    ['/reportedAt', reportedAt?.slice(0, 'YYYY-MM-DD'.length)] as const,
    ...(evidence?.reports ?? []).map(
      ({ publishedOn }, index) => [`/evidence/reports/${index}/publishedOn`, publishedOn] as const,
    ),
  ];
  // One day is allowed: where it happened it may already have been the next day.
  return days.flatMap(([field, day]) =>
    day === undefined || dayNumber(day) >= dayNumber(from) - 1
      ? []
      : [{ code: 'reported-before' as const, field, detail: `It was held on ${from} at the earliest, and reported on ${day}` }],
  );
} // prettier-ignore

const nameAndCode = (party: string): string => `${partyName(party)} (${party})`;
