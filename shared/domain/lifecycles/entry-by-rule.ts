import type { EntryIntoForce } from '#shared/domain/events/entry-into-force.ts';
import type { Dated } from './lifecycle-step.ts';

/** The acts by which a party consents to be bound. */
interface Consenting {
  readonly party: string;
  readonly signed: Dated | null;
  readonly ratified: Dated | null;
  readonly acceded: Dated | null;
  readonly succeeded: Dated | null;
}

/** Returns the consent of a party to be bound: its ratification, acceptance or approval, accession or succession. */
export const consentOf = ({ ratified, acceded, succeeded }: Consenting): Dated | null =>
  ratified ?? acceded ?? succeeded;

/** Returns the later of two dates. */
export const later = (a: Dated, b: Dated): Dated => ((b.to ?? '') > (a.to ?? '') ? b : a);

/**
 * Returns when an agreement enters into force by its rule; `null`: consents that the rule asks for are not known.
 * `event` is the id of the event that has the rule.
 */
export function entryByRule(
  { on, consents = 0, by = [], after }: EntryIntoForce,
  parties: readonly Consenting[],
  event: string,
): Dated | null {
  const given = parties.filter((party) => consentOf(party) !== null);
  const missing = by.some((code) => !given.some(({ party }) => party === code));
  if (missing || given.length < consents) return null;
  const day = on === undefined ? null : { date: on, from: on, to: on, event };
  if (consents === 0 && by.length === 0) return day;
  const last = given.flatMap((party) => consentOf(party) ?? []).reduce(later);
  const due = delayed(last, after);
  return day === null ? due : later(day, due);
}

/**
 * Returns when the rule binds a party at the earliest: the time `after` its consent; a successor, from the succession.
 */
export function boundByRule({ after, ...rule }: EntryIntoForce, party: Consenting): Dated | null {
  const consent = consentOf(party);
  if (consent !== null) return consent === party.succeeded ? consent : delayed(consent, after);
  return rule.consents === undefined && rule.by === undefined ? party.signed : null;
}

function delayed(consent: Dated, after: string | undefined): Dated {
  if (after === undefined) return consent;
  const [from, to] = [consent.from, consent.to].map((day) => day && shifted(day, after));
  return { date: from === to && from ? from : `${from ?? '..'}/${to ?? '..'}`, from: from ?? null, to: to ?? null, event: consent.event }; // prettier-ignore
}

/** Returns the day a number of days or months later (`P30D`, `P3M`); the last day of a shorter month. */
function shifted(day: string, after: string): string {
  const count = Number(after.slice(1, -1));
  const date = new Date(`${day}T00:00:00Z`);
  if (after.endsWith('D')) {
    date.setUTCDate(date.getUTCDate() + count);
  } else {
    const wanted = date.getUTCDate();
    date.setUTCMonth(date.getUTCMonth() + count, 1);
    const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(wanted, days));
  }
  return date.toISOString().slice(0, 10);
}
