import type { JSX } from 'preact';
import { type Agreement, lists, type Sanction, type Whose } from '../../api-lists.ts';
import { Shown, useLoaded } from '../../loaded.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
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

const nameOf = (whose: Whose): string => ('party' in whose ? whose.party : whose.dyad);

/** The agreements of a party, or between two. */
export function Agreements({ whose }: { readonly whose: Whose }): JSX.Element {
  const loaded = useLoaded(nameOf(whose), async () => lists.agreements(whose));
  const file = `agreements-${nameOf(whose)}`;
  return (
    <Shown of={loaded}>
      {({ items }) => <DataTable caption={t.nav.agreements} rows={items} columns={ofAgreements} file={file} />}
    </Shown>
  );
}

/** The sanctions that a party imposes or is under, or those between two. */
export function Sanctions({ whose }: { readonly whose: Whose }): JSX.Element {
  const loaded = useLoaded(nameOf(whose), async () => lists.sanctions(whose));
  const file = `sanctions-${nameOf(whose)}`;
  return (
    <Shown of={loaded}>
      {({ items }) => <DataTable caption={t.nav.sanctions} rows={items} columns={ofSanctions} file={file} />}
    </Shown>
  );
}
