import type { EventOf } from '#shared/domain/events/new-event.ts';
import { plainlyBefore } from './milestone.ts';

export type AgreementEvent = EventOf<'agreement'>;

/** What a party does about an agreement, or what happens for it, and is known of it from then on. */
export type Act = 'signed' | 'ratified' | 'acceded' | 'in force' | 'suspended' | 'resumed' | 'denounced';

/** What is known of one party: the date of each act; of a suspension and its end, the later one is kept. */
export type Acts = { readonly [Name in Act]?: string } & {
  /** When a denunciation takes effect, where not at once. */
  readonly until?: string;
};

/** What is known of an agreement: the acts of each party, and when it was terminated for all. Grows with its parties, not with its events. */
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
  AgreementEnteredIntoForce: 'in force',
  AgreementReservationMade: undefined,
  AgreementAmended: undefined,
  AgreementSuspended: 'suspended',
  AgreementResumed: 'resumed',
  AgreementDenounced: 'denounced',
  AgreementTerminated: undefined,
} as const satisfies Readonly<Record<AgreementEvent['type'], Act | undefined>>;

/** The parties by which, or for which, it happens. */
export const signatoriesOf = ({ participants }: AgreementEvent): string[] =>
  participants.filter(({ role }) => role === 'signatory').map(({ party }) => party);

/** What is known of a party after an act: the first date of what is done once, the last state of what may be done again. */
export function actsAfter(acts: Acts, act: Act, occurred: string, until?: string): Acts {
  if (act === 'suspended' || act === 'resumed') return suspensionAfter(acts, act, occurred);
  if (act === 'acceded' && hasLeft(acts, occurred)) {
    return { ...(acts.signed !== undefined && { signed: acts.signed }), acceded: occurred };
  }
  if (acts[act] !== undefined) return acts;
  return { ...acts, [act]: occurred, ...(until !== undefined && { until }) };
}

function suspensionAfter({ suspended, resumed, ...acts }: Acts, act: 'suspended' | 'resumed', occurred: string): Acts {
  const known = suspended ?? resumed;
  if (known === undefined || !plainlyBefore(occurred, known)) return { ...acts, [act]: occurred };
  return { ...acts, ...(suspended !== undefined && { suspended }), ...(resumed !== undefined && { resumed }) };
}

/** Whether a party has denounced the agreement, with effect at a date. */
export const hasLeft = ({ denounced, until = denounced }: Acts, occurred: string): boolean =>
  until !== undefined && !plainlyBefore(occurred, until);
