import type { JSX, TargetedSubmitEvent } from 'preact';
import { lists, type Person } from '../../api-lists.ts';
import { fieldText } from '../../form-text.ts';
import { Shown, useLoaded } from '../../loaded.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { partyName } from '../../party-name.ts';
import { href, parameter, setParameters } from '../../place.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { t } from '../../text/text.ts';

const nameOf = ({ names, id }: Person): string => names[0]?.name ?? id;

const columns: readonly Column<Person>[] = [
  {
    name: t.party.person,
    value: nameOf,
    shown: (person) => <a href={href(`/people/${encodeURIComponent(person.id)}`)}>{nameOf(person)}</a>,
  },
  { name: t.record.office, value: ({ offices }) => offices.map(({ office }) => office).join('; ') },
  { name: t.party.parties, value: ({ parties }) => parties.map(partyName).join(', ') },
  { name: t.relation.counts, value: ({ events }) => events },
  {
    name: t.party.lastSeen,
    value: ({ lastSeen }) => lastSeen,
    shown: ({ lastSeen }) => (lastSeen === null ? '–' : dateInWords(lastSeen)),
  },
];

/** Finds people by name. */
export function PeopleView(): JSX.Element {
  const name = parameter('name');
  return (
    <section>
      <h1>{t.nav.people}</h1>
      <form
        role="search"
        onSubmit={(event: TargetedSubmitEvent<HTMLFormElement>) => {
          event.preventDefault();
          setParameters({ name: fieldText(event.currentTarget, 'name') }, true);
        }}
      >
        <div class="field">
          <label for="name">{t.tables.personName}</label>
          <input id="name" name="name" required defaultValue={name ?? ''} />
        </div>
        <button type="submit">{t.find.look}</button>
      </form>
      {name !== undefined && <Found name={name} />}
    </section>
  );
}

function Found({ name }: { readonly name: string }): JSX.Element {
  const loaded = useLoaded(name, async () => lists.people(name));
  return (
    <Shown of={loaded}>
      {({ items }) => (
        <DataTable caption={t.nav.people} rows={items} columns={columns} file="people" empty={t.tables.nobody} />
      )}
    </Shown>
  );
}
