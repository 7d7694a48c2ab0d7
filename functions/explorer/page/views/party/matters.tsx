import type { JSX } from 'preact';
import { type Agreement, lists, type Sanction } from '../../api-lists.ts';
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

/** The agreements and sanctions of a party. */
export function Matters({ party }: { readonly party: string }): JSX.Element {
  const loaded = useLoaded(party, async () => Promise.all([lists.agreements(party), lists.sanctions(party)]));
  return (
    <Shown of={loaded}>
      {([agreements, sanctions]) => (
        <>
          <section aria-labelledby="agreements-title">
            <h2 id="agreements-title">{t.nav.agreements}</h2>
            <DataTable
              caption={t.nav.agreements}
              rows={agreements.items}
              columns={ofAgreements}
              file={`agreements-${party}`}
            />
          </section>
          <section aria-labelledby="sanctions-title">
            <h2 id="sanctions-title">{t.nav.sanctions}</h2>
            <DataTable
              caption={t.nav.sanctions}
              rows={sanctions.items}
              columns={ofSanctions}
              file={`sanctions-${party}`}
            />
          </section>
        </>
      )}
    </Shown>
  );
}
