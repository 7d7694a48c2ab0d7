import { type Dated, dated } from './lifecycle-step.ts';
import { distinct, type LifecycleEvent, partiesAs } from '#shared/domain/streams/lifecycle-event.ts';

/** The acts of a party on an agreement; `null`: not known. */
export interface PartyStatus {
  readonly party: string;
  readonly signed: Dated | null;
  readonly ratified: Dated | null;
  readonly acceded: Dated | null;
  /** The entry into force that names the party. */
  readonly entered: Dated | null;
  readonly reservations: readonly (Dated & { readonly concerning: string | null })[];
  readonly suspended: Dated | null;
  readonly resumed: Dated | null;
  readonly denounced: Dated | null;
}

/** The progress of an agreement, and the status of each party. */
export interface AgreementProgress {
  readonly parties: ReadonlyMap<string, PartyStatus>;
  readonly negotiated: Dated | null;
  /** The first entry into force that is reported, whichever parties it names. */
  readonly entered: Dated | null;
  readonly amendments: readonly (Dated & { readonly title: string | null })[];
  readonly terminated: Dated | null;
}

const newcomer = (party: string): PartyStatus => ({
  party,
  signed: null,
  ratified: null,
  acceded: null,
  entered: null,
  reservations: [],
  suspended: null,
  resumed: null,
  denounced: null,
});

/** Returns the parties that an agreement's events name as signatories. */
export const partiesOfAgreement = (events: readonly LifecycleEvent[]): string[] =>
  distinct(events.flatMap((event) => partiesAs(event, 'signatory')));

/** Folds the events of an agreement, in order, for all its known parties. */
export function progressAfter(happened: readonly LifecycleEvent[], parties: readonly string[]): AgreementProgress {
  const initial: AgreementProgress = {
    parties: new Map(parties.map((party) => [party, newcomer(party)])),
    negotiated: null,
    entered: null,
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
  return { ...whole, parties: new Map(parties) };
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

/**
 * Folds one act of a party. The first report counts; accession or ratification after a denunciation makes it a party
 * again.
 */
function ofTheParty(known: PartyStatus, { type, concerning }: LifecycleEvent, day: Dated): Partial<PartyStatus> {
  const again = known.denounced === null ? {} : { denounced: null, ratified: null, acceded: null, entered: null };
  const before = { ...known, ...again };
  if (type === 'AgreementSigned') return { signed: known.signed ?? day };
  if (type === 'AgreementRatified') return { ...again, ratified: before.ratified ?? day };
  if (type === 'AgreementAcceded') return { ...again, acceded: before.acceded ?? day };
  if (type === 'AgreementEnteredIntoForce') return { ...again, entered: before.entered ?? day };
  if (type === 'AgreementReservationMade')
    return { reservations: [...known.reservations, { ...day, concerning: concerning ?? null }] };
  if (type === 'AgreementSuspended') return { suspended: day, resumed: null };
  if (type === 'AgreementResumed') return { suspended: null, resumed: day };
  if (type === 'AgreementDenounced') return { denounced: day };
  return {};
}
