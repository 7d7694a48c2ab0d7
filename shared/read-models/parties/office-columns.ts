import type { Columns } from '#shared/api/protocol/csv.ts';
import type { OfficeHolder } from './read-offices.ts';

/** Offices as CSV. */
export const officeColumns: Columns<OfficeHolder> = {
  party: ({ party }) => party,
  office: ({ office }) => office,
  slug: ({ slug }) => slug,
  person: ({ person }) => person?.id,
  name: ({ person }) => person?.name,
  from: ({ from }) => from,
  to: ({ to }) => to,
  firstEvent: ({ firstEvent }) => firstEvent,
  lastEvent: ({ lastEvent }) => lastEvent,
};
