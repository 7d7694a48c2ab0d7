import { type Decider, RuleViolated } from '../decider.ts';
import type { EventOf } from '../new-event.ts';

type AgreementEvent = EventOf<'agreement'>;

/** Who is known to have signed and ratified an agreement. */
export interface Agreement {
  readonly signed: readonly string[];
  readonly ratified: readonly string[];
}

/**
 * Parties sign and ratify once each; further signatories may come later, and a ratification may be reported before any
 * signature. Once signatories are known, only they ratify.
 */
export const agreement: Decider<Agreement, AgreementEvent> = {
  fold: 2,
  initialState: { signed: [], ratified: [] },

  decide: (event, state) => {
    const parties = signatories(event);
    if (parties.length === 0) {
      throw new RuleViolated('signatory-required', `${event.type} names at least one participant as signatory`);
    }
    if (event.modality === 'held') refuseContradiction(event.type, parties, state);
    return [event];
  },

  evolve: (state, event) => {
    if (event.modality !== 'held') return state;
    const act = actOf[event.type];
    return { ...state, [act]: [...new Set([...state[act], ...signatories(event)])] };
  },
};

const actOf: Readonly<Record<AgreementEvent['type'], keyof Agreement>> = {
  AgreementSigned: 'signed',
  AgreementRatified: 'ratified',
};

const signatories = ({ participants }: AgreementEvent) =>
  participants.filter(({ role }) => role === 'signatory').map(({ party }) => party);

function refuseContradiction(type: AgreementEvent['type'], parties: readonly string[], state: Agreement): void {
  const act = actOf[type];
  if (parties.every((party) => state[act].includes(party))) {
    throw new RuleViolated(
      `agreement-already-${act}`,
      `The agreement has already been ${act} by ${parties.join(', ')}`,
    );
  }
  const stranger = parties.find((party) => !state.signed.includes(party));
  if (act === 'ratified' && state.signed.length > 0 && stranger !== undefined) {
    throw new RuleViolated('not-a-signatory', `${stranger} is not among the signatories: ${state.signed.join(', ')}`);
  }
}
