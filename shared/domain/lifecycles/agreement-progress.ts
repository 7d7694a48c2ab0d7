import type { EntryIntoForce } from '#shared/domain/events/entry-into-force.ts';
import { entryByRule } from './entry-by-rule.ts';
import { beginningOf, type Dated, dated } from './lifecycle-step.ts';
import { distinct, type LifecycleEvent, partiesAs } from '#shared/domain/streams/lifecycle-event.ts';

/** The acts of a party on an agreement; `null`: not known. */
export interface PartyStatus {
  readonly party: string;
  readonly signed: Dated | null;
  readonly ratified: Dated | null;
  /** Whether it has ratified, accepted or approved it. */
  readonly form: string | null;
  readonly acceded: Dated | null;
  readonly succeeded: Dated | null;
  readonly ratificationWithdrawn: Dated | null;
  readonly appliedProvisionally: Dated | null;
  /** The entry into force that names the party. */
  readonly entered: Dated | null;
  readonly reservations: readonly (Dated & { readonly concerning: string | null })[];
  readonly suspended: Dated | null;
  readonly resumed: Dated | null;
  readonly denounced: Dated | null;
  readonly denunciationRevoked: Dated | null;
}

/** A rule on the entry into force, and the event that gives it. */
export interface EntryRule {
  readonly rule: EntryIntoForce;
  readonly event: string;
}

/** The progress of an agreement, and the status of each party. */
export interface AgreementProgress {
  readonly parties: ReadonlyMap<string, PartyStatus>;
  readonly negotiated: Dated | null;
  /** The first entry into force that is reported, whichever parties it names. */
  readonly entered: Dated | null;
  readonly entryRule: EntryRule | null;
  /** The entry into force by the rule, once its consents are there; that some end later does not undo it. */
  readonly enteredByRule: Dated | null;
  readonly amendments: readonly (Dated & { readonly title: string | null })[];
  readonly terminated: Dated | null;
}

const newcomer = (party: string): PartyStatus => ({
  party,
  signed: null,
  ratified: null,
  form: null,
  acceded: null,
  succeeded: null,
  ratificationWithdrawn: null,
  appliedProvisionally: null,
  entered: null,
  reservations: [],
  suspended: null,
  resumed: null,
  denounced: null,
  denunciationRevoked: null,
});

/** Returns the parties that an agreement's events name as signatories. */
export const partiesOfAgreement = (events: readonly LifecycleEvent[]): string[] =>
  distinct(events.flatMap((event) => partiesAs(event, 'signatory')));

/** Returns the rule on the entry into force that an agreement's events give last. */
export function entryRuleIn(events: readonly LifecycleEvent[]): EntryRule | null {
  const event = events.findLast(({ entryIntoForce }) => entryIntoForce !== undefined);
  return event?.entryIntoForce === undefined ? null : { rule: event.entryIntoForce, event: event.id };
}

/** Folds the events of an agreement, in order, for all its known parties. */
export function progressAfter(
  happened: readonly LifecycleEvent[],
  parties: readonly string[],
  entryRule: EntryRule | null,
): AgreementProgress {
  const initial: AgreementProgress = {
    parties: new Map(parties.map((party) => [party, newcomer(party)])),
    negotiated: null,
    entered: null,
    entryRule,
    enteredByRule: null,
    amendments: [],
    terminated: null,
  };
  return happened.reduce(after, initial);
}

function after(agreement: AgreementProgress, event: LifecycleEvent): AgreementProgress {
  const day = dated(event);
  const whole = { ...agreement, ...ofTheWhole(agreement, event, day) };
  const named = namedBy(event, agreement);
  const parties = [...agreement.parties].map(([party, status]): [string, PartyStatus] => [
    party,
    named.has(party) ? { ...status, ...ofTheParty(status, event, day) } : status,
  ]);
  return { ...whole, parties: new Map(parties), enteredByRule: ruled(agreement, parties) };
}

function ruled({ enteredByRule, entryRule }: AgreementProgress, parties: readonly [string, PartyStatus][]) {
  if (enteredByRule !== null || entryRule === null) return enteredByRule;
  return entryByRule(entryRule.rule, parties.map(([, status]) => status), entryRule.event); // prettier-ignore
}

/** Returns the parties of an act. An agreement of two enters into force for both, whichever is named. */
function namedBy(event: LifecycleEvent, { parties }: AgreementProgress): ReadonlySet<string> {
  const bilateral = parties.size === 2 && event.type === 'AgreementEnteredIntoForce';
  return new Set(bilateral ? parties.keys() : partiesAs(event, 'signatory'));
}

function ofTheWhole(known: AgreementProgress, { type, title }: LifecycleEvent, day: Dated): Partial<AgreementProgress> {
  if (type === 'AgreementNegotiated') return { negotiated: known.negotiated ?? day };
  if (type === 'AgreementEnteredIntoForce') return { entered: known.entered ?? day };
  if (type === 'AgreementAmended') return { amendments: [...known.amendments, { ...day, title: title ?? null }] };
  if (type === 'AgreementTerminated') return { terminated: known.terminated ?? day };
  return {};
}

/** What ends with a denunciation, when a party consents again. */
const ended = { denounced: null, ratified: null, form: null, acceded: null, succeeded: null, entered: null } as const;

/**
 * Folds one act of a party. The first report counts; accession or ratification after a denunciation makes it a party
 * again.
 */
function ofTheParty(known: PartyStatus, event: LifecycleEvent, day: Dated): Partial<PartyStatus> {
  const { type, concerning, form = 'ratification' } = event;
  const again = known.denounced === null ? {} : ended;
  const before = { ...known, ...again };
  if (type === 'AgreementSigned') return { signed: known.signed ?? day };
  if (type === 'AgreementRatified') {
    const ratified = { ratified: before.ratified ?? day, form: before.form ?? form };
    return { ...again, ...ratified, ratificationWithdrawn: null };
  }
  if (type === 'AgreementAcceded') return { ...again, acceded: before.acceded ?? day };
  if (type === 'AgreementSuccessionNotified') return { ...again, succeeded: before.succeeded ?? day };
  if (type === 'AgreementRatificationWithdrawn') return { ratified: null, form: null, ratificationWithdrawn: day };
  if (type === 'AgreementProvisionallyApplied') return { appliedProvisionally: known.appliedProvisionally ?? day };
  if (type === 'AgreementEnteredIntoForce') return { ...again, entered: before.entered ?? day };
  if (type === 'AgreementReservationMade')
    return { reservations: [...known.reservations, { ...day, concerning: concerning ?? null }] };
  if (type === 'AgreementSuspended') return { suspended: day, resumed: null };
  if (type === 'AgreementResumed') return { suspended: null, resumed: day };
  if (type === 'AgreementDenounced') return isRevoked(event, known) ? {} : { denounced: day };
  if (type === 'DenunciationRevoked') return { denounced: null, denunciationRevoked: day };
  return {};
}

/**
 * Returns whether a denunciation was revoked between its notice and its effect, and thus comes after its revocation.
 */
function isRevoked({ occurred, effective }: LifecycleEvent, { denunciationRevoked }: PartyStatus): boolean {
  if (effective === undefined || denunciationRevoked === null) return false;
  return (beginningOf(occurred).earliest ?? '') <= (denunciationRevoked.to ?? '~');
}
