import type { EventOf } from '#shared/domain/events/new-event.ts';
import { plainlyBefore } from './milestone.ts';

export type AgreementEvent = EventOf<'agreement'>;

/** What a party does about an agreement, or what happens for it, and is known of it from then on. */
export type Act =
  | 'signed' | 'ratified' | 'acceded' | 'succeeded' | 'applied provisionally' | 'withdrawn'
  | 'in force' | 'suspended' | 'resumed' | 'denounced' | 'revoked'; // prettier-ignore

/**
 * What is known of one party: the date of each act. Of a suspension and its end, of a denunciation and its revocation,
 * and of a ratification and its withdrawal, the later one is kept.
 */
export type Acts = { readonly [Name in Act]?: string } & {
  /** When a denunciation takes effect, where not at once. */
  readonly until?: string;
};

/**
 * What is known of an agreement: the acts of each party, and when it was terminated for all. Grows with its parties,
 * not with its events.
 */
export interface Agreement {
  readonly parties: Readonly<Record<string, Acts>>;
  readonly terminated?: string;
  /** When the termination takes effect, where not at once. */
  readonly until?: string;
}

/** The act that an event is of each signatory that it names. */
export const actOf = {
  AgreementNegotiated: undefined,
  AgreementSigned: 'signed',
  AgreementRatified: 'ratified',
  AgreementAcceded: 'acceded',
  AgreementSuccessionNotified: 'succeeded',
  AgreementProvisionallyApplied: 'applied provisionally',
  AgreementRatificationWithdrawn: 'withdrawn',
  AgreementEnteredIntoForce: 'in force',
  AgreementReservationMade: undefined,
  AgreementAmended: undefined,
  AgreementSuspended: 'suspended',
  AgreementResumed: 'resumed',
  AgreementDenounced: 'denounced',
  DenunciationRevoked: 'revoked',
  AgreementTerminated: undefined,
} as const satisfies Readonly<Record<AgreementEvent['type'], Act | undefined>>;

/** The parties by which, or for which, it happens. */
export const signatoriesOf = ({ participants }: AgreementEvent): string[] =>
  participants.filter(({ role }) => role === 'signatory').map(({ party }) => party);

/**
 * What is known of a party after an act: the first date of what is done once, the last state of what may be done again.
 */
export function actsAfter(acts: Acts, act: Act, occurred: string, until?: string): Acts {
  const other = undoing[act];
  if (act === 'acceded' && hasLeft(acts, occurred)) {
    return { ...(acts.signed !== undefined && { signed: acts.signed }), acceded: occurred };
  }
  const inTurn = act === 'suspended' || act === 'resumed';
  if (acts[act] !== undefined && !inTurn) return acts;
  const known = acts[act] ?? (other === undefined ? undefined : acts[other]);
  if (known !== undefined && plainlyBefore(occurred, known)) return acts;
  return { ...without(acts, other), [act]: occurred, ...(until !== undefined && { until }) };
}

/** The act that each of these undoes, or is undone by. */
const undoing: Readonly<Partial<Record<Act, Act>>> = {
  suspended: 'resumed',
  resumed: 'suspended',
  denounced: 'revoked',
  revoked: 'denounced',
  ratified: 'withdrawn',
  withdrawn: 'ratified',
};

function without(acts: Acts, other: Act | undefined): Acts {
  if (other === undefined) return acts;
  const { [other]: _undone, until, ...rest } = acts;
  return { ...rest, ...(other !== 'denounced' && until !== undefined && { until }) };
}

/** Whether a party has denounced the agreement, with effect at a date. */
export const hasLeft = ({ denounced, until = denounced }: Acts, occurred: string): boolean =>
  until !== undefined && !plainlyBefore(occurred, until);
