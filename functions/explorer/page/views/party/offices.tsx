import type { Office } from '../../api-types.ts';
import type { JSX } from 'preact';
import { lists } from '../../api-lists.ts';
import { Shown, useLoaded } from '../../loaded.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { eventLink } from '../../party-name.ts';
import { href } from '../../place.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { t } from '../../text/text.ts';

const columns: readonly Column<Office>[] = [
  { name: t.record.office, value: ({ office }) => office },
  {
    name: t.party.person,
    value: ({ person }) => person?.name ?? null,
    shown: ({ person }) =>
      person !== undefined && <a href={href(`/people/${encodeURIComponent(person.id)}`)}>{person.name}</a>,
  },
  {
    name: t.party.lastSeen,
    value: ({ to }) => to,
    shown: ({ to, lastEvent }) => <a href={eventLink(lastEvent)}>{to === null ? '–' : dateInWords(to)}</a>,
  },
];

/** Who held which office, as events say it. */
export function Offices({ party }: { readonly party: string }): JSX.Element {
  const loaded = useLoaded(party, async () => lists.offices(party));
  return (
    <section aria-labelledby="offices-title">
      <h2 id="offices-title">{t.party.offices}</h2>
      <Shown of={loaded}>
        {({ items }) => (
          <DataTable caption={t.party.offices} rows={items} columns={columns} file={`offices-${party}`} />
        )}
      </Shown>
    </section>
  );
}
