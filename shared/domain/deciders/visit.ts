import { type Decider, RuleViolated } from '../decider.ts';
import type { EventOf } from '../new-event.ts';

type VisitEvent = EventOf<'visit'>;

/** How far a visit has come, as far as is known. */
export interface Visit {
  readonly status: 'unknown' | 'announced' | 'postponed' | 'cancelled' | 'conducted';
}

/**
 * A visit happens once. It may be reported without an announcement; one that was cancelled can only be announced anew.
 * What is not held, such as a visit that may have happened, is recorded and changes nothing.
 */
export const visit: Decider<Visit, VisitEvent> = {
  fold: 2,
  initialState: { status: 'unknown' },

  decide: (event, { status }) => {
    if (event.type === 'VisitConducted' || event.type === 'VisitAnnounced') requireVisitorAndHost(event);
    if (event.modality !== 'held') return [event];
    if (status === 'conducted')
      throw new RuleViolated('visit-already-conducted', 'The visit has already been conducted');
    if (status === 'cancelled' && event.type !== 'VisitAnnounced') {
      throw new RuleViolated('visit-cancelled', 'The visit was cancelled; it has to be announced anew first');
    }
    return [event];
  },

  evolve: (state, event) => (event.modality === 'held' ? { status: statusAfter[event.type] } : state),
};

const statusAfter: Readonly<Record<VisitEvent['type'], Visit['status']>> = {
  VisitAnnounced: 'announced',
  VisitPostponed: 'postponed',
  VisitCancelled: 'cancelled',
  VisitConducted: 'conducted',
};

function requireVisitorAndHost({ type, participants }: VisitEvent): void {
  const roles = participants.map(({ role }) => role);
  if (roles.includes('visitor') && roles.includes('host')) return;
  throw new RuleViolated('visitor-and-host-required', `${type} names a participant as visitor and one as host`);
}
