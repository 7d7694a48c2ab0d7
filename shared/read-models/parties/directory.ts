import type { Change } from '#shared/projections/engine/change.ts';
import { officesHeld } from './dossiers.ts';
import type { Projection, RowKey } from '#shared/projections/engine/projection.ts';
import { rowId } from '#shared/projections/engine/read-models.ts';

/** Every topic; and every office of a party, with each person who was ever named in it. */
export const topicNames = 'topics';
export const officeNames = (party: string): string => `offices/${party}`;

/**
 * Answers "which names are there?", for lists that say of each name what its dossier and its counts say. A name once seen stays, since it
 * was known at some time; a list leaves out what has nothing to show for it.
 */
export const directory: Projection<Record<string, never>, Change> = {
  name: 'directory',
  version: 1,
  keys: ({ after }): RowKey[] => {
    const topics = (after.topics ?? []).map((topic): RowKey => ({ partition: topicNames, sort: topic }));
    const offices = officesHeld(after).map(({ party, slug, person }): RowKey => ({
      partition: officeNames(party),
      sort: `${slug}#${person?.id ?? ''}`,
    }));
    return [...new Map([...topics, ...offices].map((key) => [rowId(key), key])).values()];
  },
  project: (row = {}) => row,
};
