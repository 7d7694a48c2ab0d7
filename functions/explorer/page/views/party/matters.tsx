import type { Agreement, Sanction, Whose } from '../../api-types.ts';
import type { JSX } from 'preact';
import { lists } from '../../api-lists.ts';
import type { Column } from '../../parts/data-table.tsx';
import { PagedTable } from '../../parts/paged-table.tsx';
import { eventLink, partyName } from '../../party-name.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { named, t, words } from '../../text/text.ts';

const linked = (text: string, id: string | undefined) => (id === undefined ? text : <a href={eventLink(id)}>{text}</a>);

/** A column of dates, sorted as they are recorded and shown in words. */
const dated = <Row,>(name: string, date: (row: Row) => string | undefined): Column<Row> => ({
  name,
  value: (row) => date(row) ?? null,
  shown: (row) => dateInWords(date(row) ?? '–'),
});
const names = (parties: readonly string[]): string => parties.map(partyName).join(', ');

const ofAgreements: readonly Column<Agreement>[] = [
  {
    name: t.party.agreement,
    value: ({ title, id }) => title ?? id,
    shown: ({ title, id, events }) => linked(title ?? id, events[0]?.id),
  },
  { name: t.party.status, value: ({ status }) => words(status) },
  { name: t.party.parties, value: ({ parties }) => names(parties.map(({ party }) => party)) },
  dated(t.party.inForceSince, ({ enteredIntoForce }) => enteredIntoForce?.date),
];

const ofSanctions: readonly Column<Sanction>[] = [
  {
    name: t.party.sanction,
    value: ({ summary, id }) => summary ?? id,
    shown: ({ summary, id, events }) => linked(summary ?? id, events[0]?.id),
  },
  { name: t.party.status, value: ({ status }) => named(t.party.measureStatus, status) },
  { name: t.party.imposedBy, value: ({ imposedBy }) => names(imposedBy) },
  { name: t.party.imposedOn, value: ({ imposedOn }) => names(imposedOn) },
  dated(t.party.since, ({ since }) => since?.date),
  dated(t.party.eased, ({ eased }) => eased.at(-1)?.date),
];

const nameOf = ({ party, dyad }: Whose): string => dyad ?? party ?? 'all';

/** All agreements, those of a party, or those between two. */
export const Agreements = ({ whose }: { readonly whose: Whose }): JSX.Element => (
  <PagedTable
    file={`agreements-${nameOf(whose)}`}
    load={async (cursor) => lists.agreements(whose, cursor)}
    caption={t.nav.agreements}
    columns={ofAgreements}
  />
);

/** All sanctions, those that a party imposes or is under, or those between two. */
export const Sanctions = ({ whose }: { readonly whose: Whose }): JSX.Element => (
  <PagedTable
    file={`sanctions-${nameOf(whose)}`}
    load={async (cursor) => lists.sanctions(whose, cursor)}
    caption={t.party.sanctions}
    columns={ofSanctions}
  />
);
