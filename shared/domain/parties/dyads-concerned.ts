import { dyadsOf } from './dyad.ts';
import { isMultilateral, partiesOf } from '#shared/domain/events/multilateral.ts';

interface Concerning {
  readonly participants: readonly { readonly party: string }[];
  readonly bearsOn?: readonly string[] | undefined;
}

/**
 * Returns the dyads whose timeline shows an event: those of its participants, and those it bears on. Of a multilateral
 * event only these: it is listed for each of its parties instead.
 */
export const dyadsConcerned = ({ participants, bearsOn = [] }: Concerning): string[] => [
  ...new Set([...(isMultilateral(participants) ? [] : dyadsOf(partiesOf(participants))), ...bearsOn]),
];
