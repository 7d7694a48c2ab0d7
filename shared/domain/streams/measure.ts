import type { Decider } from './decider.ts';
import type { EventOf } from '#shared/domain/events/new-event.ts';
import { isKnown, laterOf, type Milestone, milestone, refuse, standingAt } from './milestone.ts';

type MeasureEvent = EventOf<'measure'>;

/** Whether a sanction is in force, as far as is known. */
export interface Measure {
  readonly last?: Milestone<'imposed' | 'lifted'>;
}

/**
 * A sanction or a restriction: imposed, eased in any number of steps, lifted, and perhaps imposed again; one never imposed is not lifted.
 * Again: the last imposition or lifting, with its date, records nothing; an easing is always recorded.
 * Late: what happened plainly before the last imposition or lifting is recorded and changes nothing.
 */
export const measure: Decider<Measure, MeasureEvent> = {
  fold: 4,
  initialState: {},

  decide: (event, { last }) => {
    if (event.modality !== 'held') return [event];
    const step = stepOf(event);
    if (step !== undefined && isKnown(step, last)) return [];
    refuseContradiction(event, last);
    return [event];
  },

  evolve: (state, event) => {
    const step = event.modality === 'held' ? stepOf(event) : undefined;
    return step === undefined ? state : { last: laterOf(state.last, step) };
  },
};

function stepOf(event: MeasureEvent): Measure['last'] {
  switch (event.type) {
    case 'SanctionImposed':
      return milestone('imposed', event);
    case 'SanctionLifted':
      return milestone('lifted', event);
    case 'RestrictionEased':
      return undefined;
  }
}

function refuseContradiction({ type, occurred }: MeasureEvent, last: Measure['last']): void {
  if (type === 'SanctionLifted' && last === undefined) {
    refuse('sanction-never-imposed', 'A sanction is lifted after it was imposed: record the imposition first');
  }
  const standing = standingAt(occurred, last);
  if (type === 'SanctionImposed' && standing?.[0] === 'imposed') {
    refuse('sanction-already-imposed', 'The sanction is in force: it is imposed again only after it was lifted', last);
  }
  if (type !== 'SanctionImposed' && standing?.[0] === 'lifted') {
    refuse('sanction-already-lifted', 'The sanction has already been lifted', last);
  }
}
