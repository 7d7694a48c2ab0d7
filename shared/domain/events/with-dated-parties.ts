import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { Occurred } from '#shared/domain/dates/occurred.ts';
import { canonicalParty } from '#shared/domain/parties/party-aliases.ts';

/**
 * Replaces the dated codes (`cow:`, `gw:`) of a posted event by the party of its day: the first on which it may have
 * happened, or else the last. It returns what is no event, or has no such code, as it is, and validates nothing.
 */
export function withDatedParties(event: unknown): unknown {
  if (!isObject(event) || !Occurred.safeParse(event.occurred).success) return event;
  const { from, to } = occurredRange(String(event.occurred));
  const day = from ?? to;
  if (day === null) return event;
  const dated = (party: unknown): unknown => (isListed(party) ? (canonicalParty(party, day) ?? party) : party);
  const { participants, thirdParties, place } = event;
  const each = (some: unknown, change: (one: unknown) => unknown): unknown =>
    Array.isArray(some) ? some.map(change) : some;
  const within = (one: unknown, name: 'party' | 'country'): unknown =>
    isObject(one) && isListed(one[name]) ? { ...one, [name]: dated(one[name]) } : one;
  return {
    ...event,
    ...(participants !== undefined && { participants: each(participants, (one) => within(one, 'party')) }),
    ...(thirdParties !== undefined && { thirdParties: each(thirdParties, dated) }),
    ...(place !== undefined && { place: within(place, 'country') }),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns whether a value is a code of a list with dated numbers. */
const isListed = (value: unknown): value is string => typeof value === 'string' && /^(cow|gw):/.test(value);
