import type { AgreementProgress, PartyStatus } from './agreement-progress.ts';
import { boundByRule, consentOf, later } from './entry-by-rule.ts';
import type { Dated } from './lifecycle-step.ts';

/** What holds of an agreement once it was in force or applied, from the most final to the least. */
const effectStatuses = [
  'terminated',
  'denounced',
  'suspended',
  'in-force',
  'presumed-in-force',
  'applied-provisionally',
] as const;

/** The statuses from the most final to the least, and `unconfirmed`: no held event is known. */
export const agreementStatuses = [
  ...effectStatuses,
  'ratified',
  'signed',
  'negotiated',
  'unknown',
  'unconfirmed',
] as const;
export type AgreementStatus = (typeof agreementStatuses)[number];

/** The ground on which an agreement is in force for a party, and since when; `null`: not known. */
export interface Binding {
  readonly ground: 'reported' | 'consent-after-entry' | 'rule' | 'operated' | 'consent-of-all';
  readonly since: Dated | null;
}

/**
 * Returns the ground on which an agreement has entered into force for a party, by the Vienna Convention on the Law of
 * Treaties (1969), Article 24:
 * - `reported`: an entry into force is reported that names the party (paragraph 1: as the treaty provides);
 * - `consent-after-entry`: it is in force for others, and the party has ratified or acceded (paragraph 3);
 * - `rule`: its rule is known, with the consents that it asks for, and the time after them has passed (paragraph 1);
 * - `operated`: the party has suspended or resumed it, so that it was in force before, though no report says since
 * when;
 * - `consent-of-all`: all known parties, two at least, have consented, and neither a rule is known nor an entry into
 * force reported (paragraph 2). The treaty may provide otherwise, so this is only presumed.
 *
 * A signature alone is never taken for consent to be bound, though it can be (Article 12): reports do not say so.
 */
export function bindingOf(
  party: PartyStatus,
  { parties, entered, entryRule, enteredByRule }: AgreementProgress,
  hasCome: HasCome,
): Binding | undefined {
  if (party.entered !== null) return { ground: 'reported', since: party.entered };
  const consent = entryRule === null ? consentOf(party) : boundByRule(entryRule.rule, party);
  if (entered !== null && consent !== null) {
    const since = later(entered, consent);
    if (since === entered || hasCome(since)) return { ground: 'consent-after-entry', since };
  }
  if (enteredByRule !== null && consent !== null) {
    const since = later(enteredByRule, consent);
    if (hasCome(since)) return { ground: 'rule', since };
  }
  if (party.suspended !== null || party.resumed !== null) return { ground: 'operated', since: null };
  if (entryRule !== null) return undefined;
  const consents = [...parties.values()].flatMap((one) => consentOf(one) ?? []);
  const last = consents.reduce<Dated | null>((known, day) => (known === null ? day : later(known, day)), null);
  return parties.size >= 2 && consents.length === parties.size ? { ground: 'consent-of-all', since: last } : undefined;
}

/** Whether a date has come by the day that is asked about: possibly, or certainly. */
export type HasCome = (date: Dated) => boolean;

export const possiblyBy =
  (day: string): HasCome =>
  ({ from }) =>
    from === null || from <= day;
export const certainlyBy =
  (day: string): HasCome =>
  ({ to }) =>
    to !== null && to <= day;

/** The statuses of one party: how far it has come, and whether the agreement is in force for it. */
export const partyStatuses = [...effectStatuses, 'consented', 'ratification-withdrawn', 'signed', 'named'] as const;

/** Returns the status of one party to an agreement. */
export function statusOfParty(
  party: PartyStatus,
  agreement: AgreementProgress,
  hasCome: HasCome,
): (typeof partyStatuses)[number] {
  if (agreement.terminated !== null) return 'terminated';
  if (party.denounced !== null) return 'denounced';
  if (party.suspended !== null) return 'suspended';
  const ground = bindingOf(party, agreement, hasCome)?.ground;
  if (ground !== undefined) return ground === 'consent-of-all' ? 'presumed-in-force' : 'in-force';
  if (party.appliedProvisionally !== null) return 'applied-provisionally';
  if (consentOf(party) !== null) return 'consented';
  if (party.ratificationWithdrawn !== null) return 'ratification-withdrawn';
  return party.signed === null ? 'named' : 'signed';
}

/**
 * Returns the status of an agreement among some of its parties: among all for the whole treaty, among two for their
 * relation. It is in force where it is for two of them, which have neither denounced nor suspended it. One that was
 * terminated, or that all but one have denounced or suspended, is not, whatever else is reported.
 */
export function statusAmong(some: readonly string[], agreement: AgreementProgress, hasCome: HasCome): AgreementStatus {
  const needed = Math.min(2, some.length); // a treaty of which one party is known has another
  const all = some.flatMap((party) => agreement.parties.get(party) ?? []);
  if (agreement.terminated !== null) return 'terminated';
  const staying = all.filter(({ denounced }) => denounced === null);
  if (staying.length < all.length && staying.length < needed) return 'denounced';
  const applying = staying.filter(({ suspended }) => suspended === null);
  if (applying.length < staying.length && applying.length < needed) return 'suspended';
  const grounds = applying.flatMap((party) => bindingOf(party, agreement, hasCome)?.ground ?? []);
  if (grounds.filter((ground) => ground !== 'consent-of-all').length >= needed) return 'in-force';
  if (grounds.length >= needed) return 'presumed-in-force';
  const applied = applying.filter(
    (party) => party.appliedProvisionally !== null || bindingOf(party, agreement, hasCome) !== undefined,
  );
  if (applied.length >= needed) return 'applied-provisionally';
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
