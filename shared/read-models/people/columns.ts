import type { Candidate } from './query.ts';
import { cell } from '#shared/api/protocol/cells.ts';
import type { Columns } from '#shared/api/protocol/csv.ts';

/**
 * The people who may be meant by a name as rows of a table; several names, offices or parties are separated by
 * semicolons.
 */
export const peopleColumns: Columns<Candidate> = {
  id: ({ id }) => id,
  match: ({ match }) => match,
  names: ({ names }) => cell(names.map(({ name }) => name)),
  offices: ({ offices }) => cell(offices.map(({ office, party }) => `${office} (${party})`)),
  parties: ({ parties }) => cell(parties),
  events: ({ events }) => events,
  firstSeen: ({ firstSeen }) => firstSeen,
  lastSeen: ({ lastSeen }) => lastSeen,
};
