import { isMultilateral, partiesOf } from '#shared/domain/events/multilateral.ts';
import { dyadsConcerned } from '#shared/domain/parties/dyads-concerned.ts';
import { sidesOf } from '#shared/domain/scoring/scored-dyads.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import { type Among, eventList, type ListedEvent } from '#shared/projections/engine/event-list.ts';
import { oncePer } from '#shared/domain/once-per.ts';
import { multilateralOf, timelineName } from './list-names.ts';

export type TimelineEntry = ListedEvent;

const prefix = multilateralOf('');

/**
 * Answers "what happened between these two, in order?", now and as it was known at any time. A multilateral event has a
 * row for each of its parties instead of one for each pair of them.
 */
export const timeline = eventList({
  ...timelineName,
  subjects: (event) => [
    ...dyadsConcerned(event),
    ...(isMultilateral(event.participants) ? partiesOf(event.participants).map(multilateralOf) : []),
  ],
  note: (event, partition) =>
    partition.startsWith(prefix) ? { among: amongOf(event, partyIn(partition)) } : undefined,
});

/** The party of a partition: places of long events are in one beside, which ends with more. */
const partyIn = (partition: string): string => partition.slice(prefix.length).split('/', 1)[0] ?? '';

const sidesIn = oncePer(({ participants }: SeenEvent) => sidesOf(participants));

function amongOf(event: SeenEvent, party: string): Among {
  const { of, areTwo } = sidesIn(event);
  const side = of.get(party);
  return {
    parties: partiesOf(event.participants).length,
    ...(side !== undefined && { side }),
    ...(areTwo && { areTwo: true }),
  };
}
