import type { Decider } from './decider.ts';
import { actOf, actsAfter, type Agreement, type AgreementEvent, signatoriesOf } from './agreement-acts.ts';
import { refuseContradiction } from './agreement-rules.ts';

/**
 * An agreement of two or many (Vienna Convention on the Law of Treaties): each party signs, ratifies, accedes or
 * succeeds to it, applies it provisionally, withdraws its ratification, is bound by the entry into force, makes
 * reservations, suspends and resumes its operation, denounces it and revokes that for itself; it is terminated for all.
 * Once signatories are known, only they ratify, and others accede; a ratification may be reported before any signature.
 * Again: what is known, with its date, of every party that is named records nothing; negotiations, reservations and
 * amendments are always recorded. Late: what happened plainly before the act that would rule it out is recorded.
 */
export const agreement: Decider<Agreement, AgreementEvent> = {
  fold: 5,
  initialState: { parties: {} },

  decide: (event, state) => {
    if (event.modality !== 'held') return [event];
    if (isKnown(event, state)) return [];
    refuseContradiction(event, state);
    return [event];
  },

  evolve: (state, event) => {
    if (event.modality !== 'held') return state;
    const { occurred } = event;
    const until = 'effective' in event ? event.effective : undefined;
    if (event.type === 'AgreementTerminated') {
      return { terminated: occurred, ...(until !== undefined && { until }), ...state };
    }
    const act = actOf[event.type];
    if (act === undefined) return state;
    const acts = signatoriesOf(event).map(
      (party) => [party, actsAfter(state.parties[party] ?? {}, act, occurred, until)] as const,
    );
    return { ...state, parties: { ...state.parties, ...Object.fromEntries(acts) } };
  },
};

function isKnown(event: AgreementEvent, { parties, terminated }: Agreement): boolean {
  if (event.type === 'AgreementTerminated') return terminated === event.occurred;
  const act = actOf[event.type];
  return act !== undefined && signatoriesOf(event).every((party) => parties[party]?.[act] === event.occurred);
}
