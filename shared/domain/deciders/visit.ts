import type { Decider } from '../decider.ts';
import type { EventOf } from '../new-event.ts';
import { isKnown, laterOf, type Milestone, milestone, refuse, standsAt } from './milestone.ts';

type VisitEvent = EventOf<'visit'>;
type Step = Milestone<'announced' | 'postponed' | 'cancelled' | 'conducted' | 'concluded'>;

/** How far a visit has come, as far as is known: its last plan, and whether it has taken place. */
export interface Visit {
  readonly plan?: Step;
  readonly conducted?: Step;
  readonly concluded?: Step;
}

/**
 * A visit is planned in any number of steps, conducted once and concluded once; it may be reported without a plan. One that was
 * cancelled can only be announced anew. What is not held, such as a visit that may have happened, changes nothing.
 * Again: the same step on the same date by the same parties records nothing. Late: a plan from plainly before the last one, or from
 * before the visit, is recorded and changes nothing.
 */
export const visit: Decider<Visit, VisitEvent> = {
  fold: 3,
  initialState: {},

  decide: (event, state) => {
    if (event.modality !== 'held') return [event];
    const step = stepOf(event);
    const part = partOf[event.type];
    if (isKnown(step, state[part])) return [];
    if (part === 'plan') refusePlan(step, state);
    else refuseVisit(part, state);
    return [event];
  },

  evolve: (state, event) => {
    if (event.modality !== 'held') return state;
    const part = partOf[event.type];
    return { ...state, [part]: part === 'plan' ? laterOf(state.plan, stepOf(event)) : stepOf(event) };
  },
};

const partOf = {
  VisitAnnounced: 'plan',
  VisitPostponed: 'plan',
  VisitCancelled: 'plan',
  VisitConducted: 'conducted',
  VisitConcluded: 'concluded',
} as const satisfies Readonly<Record<VisitEvent['type'], keyof Visit>>;

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

function refusePlan({ status, occurred }: Step, { plan, conducted, concluded }: Visit): void {
  for (const over of [conducted, concluded]) {
    if (over !== undefined && standsAt(over, occurred)) {
      refuse(`visit-already-${over.status}`, `A visit that was ${over.status} is not ${status} afterwards`, over);
    }
  }
  if (plan?.status === 'cancelled' && status !== 'announced' && standsAt(plan, occurred)) {
    refuse('visit-cancelled', 'The visit was cancelled: it has to be announced anew first', plan);
  }
}

function refuseVisit(part: 'conducted' | 'concluded', { plan, [part]: known }: Visit): void {
  if (known !== undefined) {
    refuse(`visit-already-${part}`, `The visit has already been ${part}: another date of it is a correction`, known);
  }
  if (plan?.status === 'cancelled') {
    refuse('visit-cancelled', 'The visit was cancelled: it has to be announced anew first', plan);
  }
}
