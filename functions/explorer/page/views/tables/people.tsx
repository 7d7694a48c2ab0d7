import type { Person } from '../../api-types.ts';
import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { lists } from '../../api-lists.ts';
import { fieldText } from '../../form-text.ts';
import { Shown, useLoaded } from '../../loaded.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { PartyInput } from '../../parts/party-input.tsx';
import { partyName, partyOf } from '../../party-name.ts';
import { href, parameter, setParameters } from '../../place.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { t } from '../../text/text.ts';
import { nameOf } from './name-of.ts';
import { PeopleOf } from './people-of.tsx';

const columns: readonly Column<Person>[] = [
  {
    name: t.party.person,
    value: nameOf,
    shown: (person) => <a href={href(`/people/${encodeURIComponent(person.id)}`)}>{nameOf(person)}</a>,
  },
  { name: t.party.office, value: ({ offices }) => offices.map(({ office }) => office).join('; ') },
  { name: t.party.actsFor, value: ({ parties }) => parties.map(partyName).join(', ') },
  { name: t.tables.peopleEvents, value: ({ events }) => events },
  {
    name: t.party.lastSeen,
    value: ({ lastSeen }) => lastSeen,
    shown: ({ lastSeen }) => (lastSeen === null ? '–' : dateInWords(lastSeen)),
  },
];

/** Finds people by name, or lists those of a party; at first those of the parties that met last. */
export function PeopleView(): JSX.Element {
  const [name, party] = ['name', 'party'].map((field) => parameter(field) || undefined); // an empty one asks for nothing
  const [problem, setProblem] = useState<string>();
  const look = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const [wanted, text] = ['name', 'party'].map((field) => fieldText(event.currentTarget, field));
    const named = text === undefined || text === '' ? undefined : partyOf(text);
    setProblem(text !== '' && named === undefined ? t.find.unknown(text ?? '') : undefined);
    if (text === '' || named !== undefined) setParameters({ name: wanted, party: named }, true);
  };
  return (
    <section>
      <h1>{t.nav.people}</h1>
      <form key={`${name} ${party}`} role="search" class="search" onSubmit={look}>
        <div class="field">
          <label for="name">{t.tables.personName}</label>
          <input id="name" name="name" defaultValue={name ?? ''} />
        </div>
        <PartyInput
          name="party"
          label={t.tables.peopleOfParty}
          value={party === undefined ? '' : partyName(party)}
          invalid={problem}
        />
        <button type="submit">{t.find.look}</button>
      </form>
      {name === undefined ? <PeopleOf party={party} /> : <Found name={name} />}
    </section>
  );
}

function Found({ name }: { readonly name: string }): JSX.Element {
  const loaded = useLoaded(name, async () => lists.people(name));
  const title = t.tables.peopleOfFound(name);
  return (
    <>
      <h2>{title}</h2>
      <Shown of={loaded}>
        {({ items }) => (
          <DataTable caption={title} rows={items} columns={columns} file="people" empty={t.tables.nobody} />
        )}
      </Shown>
    </>
  );
}
