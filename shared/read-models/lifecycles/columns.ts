import type { Agreement } from '#shared/domain/lifecycles/agreement.ts';
import type { Measure } from '#shared/domain/lifecycles/measure.ts';
import type { Visit } from '#shared/domain/lifecycles/visit.ts';
import { cell } from '#shared/api/protocol/cells.ts';
import type { Columns } from '#shared/api/protocol/csv.ts';

const rest = { events: ({ events }: Visit | Agreement | Measure) => cell(events.map(({ id }) => id)) };

/** The visits calendar as CSV. */
export const visitColumns: Columns<Visit> = {
  id: ({ id }) => id,
  status: ({ status }) => status,
  visitors: ({ visitors }) => cell(visitors),
  hosts: ({ hosts }) => cell(hosts),
  people: ({ people }) => cell(people.map(({ person }) => person?.name)),
  planned: ({ planned }) => planned?.date,
  actual: ({ actual }) => actual?.date,
  from: ({ planned, actual }) => (actual ?? planned)?.from,
  to: ({ planned, actual }) => (actual ?? planned)?.to,
  country: ({ place }) => place?.country,
  city: ({ place }) => place?.city,
  level: ({ level }) => level,
  changes: ({ changes }) => changes,
  knownSince: ({ knownSince }) => knownSince,
  summary: ({ summary }) => summary,
  ...rest,
};

/** The agreements register as CSV; who did what comes as `party:date`. */
export const agreementColumns: Columns<Agreement> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  status: ({ status }) => status,
  certain: ({ certain }) => certain,
  parties: ({ parties }) => cell(parties.map(({ party }) => party)),
  ...acts('signed', 'ratified', 'acceded', 'succeeded', 'suspended', 'denounced'),
  statuses: ({ parties }) => cell(parties.map(({ party, status }) => `${party}:${status}`)),
  enteredIntoForce: ({ enteredIntoForce }) => enteredIntoForce?.date,
  terminated: ({ terminated }) => terminated?.date,
  ...rest,
};

type Act = 'signed' | 'ratified' | 'acceded' | 'succeeded' | 'suspended' | 'denounced';

function acts(...names: readonly Act[]): Columns<Agreement> {
  const of = (name: Act) => (agreement: Agreement) =>
    cell(agreement.parties.flatMap((party) => (party[name] === null ? [] : [`${party.party}:${party[name].date}`])));
  return Object.fromEntries(names.map((name) => [name, of(name)]));
}

/** Sanctions as CSV. */
export const measureColumns: Columns<Measure> = {
  id: ({ id }) => id,
  status: ({ status }) => status,
  certain: ({ certain }) => certain,
  imposedBy: ({ imposedBy }) => cell(imposedBy),
  imposedOn: ({ imposedOn }) => cell(imposedOn),
  impositions: ({ impositions }) =>
    cell(impositions.map(({ imposer, target, status }) => `${imposer}>${target}:${status}`)),
  since: ({ since }) => since?.date,
  eased: ({ eased }) => cell(eased.map(({ date }) => date)),
  lifted: ({ lifted }) => lifted?.date,
  summary: ({ summary }) => summary,
  ...rest,
};
