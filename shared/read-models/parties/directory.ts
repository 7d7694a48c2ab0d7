import { officesHeld } from './dossiers.ts';
import type { Projection, RowKey } from '#shared/projections/engine/projection.ts';
import { rowId } from '#shared/projections/engine/read-models.ts';

/** Every office of a party, with each person who was ever named in it. */
export const officeNames = (party: string): string => `offices/${party}`;

/**
 * Answers "which offices were ever named?", for lists that say of each what its dossier says. A name once seen stays, since it was known at some
 * time; a list leaves out what has nothing to show for it.
 */
export const directory: Projection<Record<string, never>> = {
  name: 'directory',
  version: 2,
  keys: ({ after }) => {
    const offices = officesHeld(after).map(({ party, slug, person }): RowKey => ({
      partition: officeNames(party),
      sort: `${slug}#${person?.id ?? ''}`,
    }));
    return [...new Map(offices.map((key) => [rowId(key), key])).values()];
  },
  project: (row = {}) => row,
};
