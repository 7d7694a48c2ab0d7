import type { Candidate } from '../projections/read-people.ts';
import type { Columns } from './list-reply.ts';

/** The people who may be meant by a name as rows of a table; several names, offices or parties are separated by semicolons. */
export const peopleColumns: Columns<Candidate> = {
  id: ({ id }) => id,
  match: ({ match }) => match,
  names: ({ names }) => names.map(({ name }) => name).join('; '),
  offices: ({ offices }) => offices.map(({ office, party }) => `${office} (${party})`).join('; '),
  parties: ({ parties }) => parties.join('; '),
  events: ({ events }) => events,
  firstSeen: ({ firstSeen }) => firstSeen,
  lastSeen: ({ lastSeen }) => lastSeen,
};
