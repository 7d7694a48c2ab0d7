import type { Decider } from './decider.ts';
import type { EventOf } from '#shared/domain/events/new-event.ts';
import { isKnown, laterOf, type Milestone, milestone, refuse, standingAt } from './milestone.ts';

type VisitEvent = EventOf<'visit'>;
type Step = Milestone<'announced' | 'postponed' | 'cancelled' | 'conducted' | 'concluded'>;

/** How far a visit has come, as far as is known: its last plan, and the dates on which it took place and was over. */
export interface Visit {
  readonly plan?: Step;
  readonly conducted?: string;
  readonly concluded?: string;
}

/**
 * A visit is planned in any number of steps, conducted once and concluded once; it may be reported without a plan. One
 * that was cancelled can only be announced anew. What is not held, such as a visit that may have happened, changes
 * nothing. Again: what is known, with its date, records nothing. Late: a plan from plainly before the last one, or from
 * before the visit, is recorded and changes nothing.
 */
export const visit: Decider<Visit, VisitEvent> = {
  fold: 4,
  initialState: {},

  decide: (event, state) => {
    if (event.modality !== 'held') return [event];
    const step = stepOf(event);
    if ([...happened(state), state.plan].some((known) => isKnown(step, known))) return [];
    refuseContradiction(step, state);
    return [event];
  },

  evolve: (state, event) => {
    if (event.modality !== 'held') return state;
    const step = stepOf(event);
    const [status, occurred] = step;
    return status === 'conducted' || status === 'concluded'
      ? { ...state, [status]: occurred }
      : { ...state, plan: laterOf(state.plan, step) };
  },
};

function stepOf(event: VisitEvent): Step {
  switch (event.type) {
    case 'VisitAnnounced':
      return milestone('announced', event, event.plannedFor);
    case 'VisitPostponed':
      return milestone('postponed', event, event.plannedFor);
    case 'VisitCancelled':
      return milestone('cancelled', event);
    case 'VisitConducted':
      return milestone('conducted', event);
    case 'VisitConcluded':
      return milestone('concluded', event);
  }
}

/** Of a visit that took place, what is known of that. */
function happened({ conducted, concluded }: Visit): Step[] {
  return [
    ...(conducted === undefined ? [] : [['conducted', conducted] as const]),
    ...(concluded === undefined ? [] : [['concluded', concluded] as const]),
  ];
}

function refuseContradiction([status, occurred]: Step, state: Visit): void {
  const { plan } = state;
  const isPlan = status !== 'conducted' && status !== 'concluded';
  for (const known of happened(state)) {
    const [already] = known;
    if (already === status) {
      refuse(
        `visit-already-${already}`,
        `The visit has already been ${already}: another date of it is a correction`,
        known,
      );
    }
    if (isPlan && standingAt(occurred, known) !== undefined) {
      refuse(`visit-already-${already}`, `A visit that was ${already} is not ${status} afterwards`, known);
    }
  }
  // Of a visit that took place, an earlier cancellation says nothing any more.
  if (state.conducted !== undefined || plan?.[0] !== 'cancelled' || status === 'announced') return;
  if (isPlan && standingAt(occurred, plan) === undefined) return;
  refuse('visit-cancelled', 'The visit was cancelled: it has to be announced anew first', plan);
}
