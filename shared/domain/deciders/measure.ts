import { type Decider, RuleViolated } from '../decider.ts';
import type { EventOf } from '../new-event.ts';

type MeasureEvent = EventOf<'measure'>;

/** Whether a sanction is in force, as far as is known. */
export interface Measure {
  readonly status: 'unknown' | 'imposed' | 'lifted';
}

/** A sanction or a restriction: imposed, eased, lifted, and perhaps imposed again; one never imposed is not lifted. */
export const measure: Decider<Measure, MeasureEvent> = {
  fold: 2,
  initialState: { status: 'unknown' },

  decide: (event, { status }) => {
    if (event.modality === 'held') refuseContradiction(event.type, status);
    return [event];
  },

  evolve: (state, event) => (event.modality === 'held' ? { status: statusAfter[event.type] ?? state.status } : state),
};

function refuseContradiction(type: MeasureEvent['type'], status: Measure['status']): void {
  if (type === 'SanctionImposed' && status === 'imposed') {
    throw new RuleViolated('sanction-already-imposed', 'The sanction is already in force');
  }
  if (type === 'SanctionLifted' && status === 'unknown') {
    throw new RuleViolated('sanction-never-imposed', 'No sanction was imposed in this stream');
  }
  if (type !== 'SanctionImposed' && status === 'lifted') {
    throw new RuleViolated('sanction-already-lifted', 'The sanction has already been lifted');
  }
}

const statusAfter: Readonly<Record<MeasureEvent['type'], Measure['status'] | undefined>> = {
  SanctionImposed: 'imposed',
  SanctionLifted: 'lifted',
  RestrictionEased: undefined,
};
