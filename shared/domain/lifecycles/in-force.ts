import type { AgreementProgress, PartyStatus } from './agreement-progress.ts';
import type { Dated } from './lifecycle-step.ts';

/** The statuses from the most final to the least, and `unconfirmed`: no held event is known. */
export const agreementStatuses = [
  'terminated',
  'denounced',
  'suspended',
  'in-force',
  'presumed-in-force',
  'ratified',
  'signed',
  'negotiated',
  'unknown',
  'unconfirmed',
] as const;
export type AgreementStatus = (typeof agreementStatuses)[number];

/** The ground on which an agreement is in force for a party, and since when; `null`: not known. */
export interface Binding {
  readonly ground: 'reported' | 'consent-after-entry' | 'operated' | 'consent-of-all';
  readonly since: Dated | null;
}

/**
 * Returns the ground on which an agreement has entered into force for a party, by the Vienna Convention on the Law of
 * Treaties (1969), Article 24:
 * - `reported`: an entry into force is reported that names the party (paragraph 1: as the treaty provides);
 * - `consent-after-entry`: it is in force for others, and the party has ratified or acceded (paragraph 3);
 * - `operated`: the party has suspended or resumed it, so that it was in force before, though no report says since
 * when;
 * - `consent-of-all`: all known parties, two at least, have ratified or acceded, and no entry into force is reported
 * (paragraph 2). The treaty may provide otherwise, so this is only presumed.
 *
 * A signature alone is never taken for consent to be bound, though it can be (Article 12): reports do not say so.
 */
export function bindingOf(party: PartyStatus, { parties, entered }: AgreementProgress): Binding | undefined {
  if (party.entered !== null) return { ground: 'reported', since: party.entered };
  const consent = consentOf(party);
  if (entered !== null && consent !== null) return { ground: 'consent-after-entry', since: later(entered, consent) };
  if (party.suspended !== null || party.resumed !== null) return { ground: 'operated', since: null };
  const consents = [...parties.values()].flatMap((one) => consentOf(one) ?? []);
  const last = consents.reduce<Dated | null>((known, day) => (known === null ? day : later(known, day)), null);
  return parties.size >= 2 && consents.length === parties.size ? { ground: 'consent-of-all', since: last } : undefined;
}

const consentOf = ({ ratified, acceded }: PartyStatus): Dated | null => ratified ?? acceded;
const later = (a: Dated, b: Dated): Dated => ((b.to ?? '') > (a.to ?? '') ? b : a);

/**
 * Returns the status of an agreement among some of its parties: among all for the whole treaty, among two for their
 * relation. It is in force where it is for two of them, which have neither denounced nor suspended it. One that was
 * terminated, or that all but one have denounced or suspended, is not, whatever else is reported.
 */
export function statusAmong(some: readonly string[], agreement: AgreementProgress): AgreementStatus {
  const needed = Math.min(2, some.length); // a treaty of which one party is known has another
  const all = some.flatMap((party) => agreement.parties.get(party) ?? []);
  if (agreement.terminated !== null) return 'terminated';
  const staying = all.filter(({ denounced }) => denounced === null);
  if (staying.length < all.length && staying.length < needed) return 'denounced';
  const applying = staying.filter(({ suspended }) => suspended === null);
  if (applying.length < staying.length && applying.length < needed) return 'suspended';
  const grounds = applying.flatMap((party) => bindingOf(party, agreement)?.ground ?? []);
  if (grounds.filter((ground) => ground !== 'consent-of-all').length >= needed) return 'in-force';
  if (grounds.length >= needed) return 'presumed-in-force';
  return preparedBy(all, all.length === some.length, agreement);
}

/** Returns the status of parties that are not bound yet: that of the last of them. */
function preparedBy(
  all: readonly PartyStatus[],
  complete: boolean,
  { negotiated }: AgreementProgress,
): AgreementStatus {
  const consented = (party: PartyStatus) => consentOf(party) !== null;
  const signed = (party: PartyStatus) => party.signed !== null || consented(party);
  if (complete && all.length >= 2 && all.every(consented)) return 'ratified';
  if (complete && all.length > 0 && all.every(signed)) return 'signed';
  return negotiated !== null || all.some(signed) ? 'negotiated' : 'unknown';
}
