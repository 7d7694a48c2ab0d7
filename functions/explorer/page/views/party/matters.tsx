import type { JSX } from 'preact';
import { type Agreement, lists, type Sanction, type Whose } from '../../api-lists.ts';
import type { Column } from '../../parts/data-table.tsx';
import { PagedTable } from '../../parts/paged-table.tsx';
import { eventLink, partyName } from '../../party-name.ts';
import { t, words } from '../../text/text.ts';

const linked = (text: string, id: string | undefined) => (id === undefined ? text : <a href={eventLink(id)}>{text}</a>);
const names = (parties: readonly string[]): string => parties.map(partyName).join(', ');

const ofAgreements: readonly Column<Agreement>[] = [
  {
    name: t.party.agreement,
    value: ({ title, id }) => title ?? id,
    shown: ({ title, id, events }) => linked(title ?? id, events[0]?.id),
  },
  { name: t.party.status, value: ({ status }) => words(status) },
  { name: t.party.parties, value: ({ parties }) => names(parties.map(({ party }) => party)) },
  { name: t.party.inForceSince, value: ({ enteredIntoForce }) => enteredIntoForce?.date ?? null },
];

const ofSanctions: readonly Column<Sanction>[] = [
  {
    name: t.party.sanction,
    value: ({ summary, id }) => summary ?? id,
    shown: ({ summary, id, events }) => linked(summary ?? id, events[0]?.id),
  },
  { name: t.party.status, value: ({ status }) => words(status) },
  { name: t.party.imposedBy, value: ({ imposedBy }) => names(imposedBy) },
  { name: t.party.imposedOn, value: ({ imposedOn }) => names(imposedOn) },
  { name: t.party.since, value: ({ since }) => since?.date ?? null },
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
    caption={t.nav.sanctions}
    columns={ofSanctions}
  />
);
