import type { JSX } from 'preact';
import { lists } from '../../api-lists.ts';
import { Shown, useLoaded } from '../../loaded.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { eventLink, partyLink, partyName } from '../../party-name.ts';
import { href } from '../../place.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { t } from '../../text/text.ts';
import { newestQuarter } from '../network/newest-quarter.ts';
import { type NamedPerson, peopleIn } from './people-in.ts';

/** Parties whose people are listed where none is chosen. */
const mostParties = 6;
/** Events of each party that are read for the people in them. */
const newestEvents = 200;

const columns: readonly Column<NamedPerson>[] = [
  {
    name: t.party.person,
    value: ({ name }) => name,
    shown: ({ id, name }) => <a href={href(`/people/${encodeURIComponent(id)}`)}>{name}</a>,
  },
  { name: t.party.office, value: ({ offices }) => offices.join('; ') },
  {
    name: t.party.actsFor,
    value: ({ parties }) => parties.map(partyName).join(', '),
    shown: ({ parties }) =>
      parties.map((party) => (
        <a key={party} href={partyLink(party)}>
          {partyName(party)}{' '}
        </a>
      )),
  },
  { name: t.tables.peopleEvents, value: ({ events }) => events },
  {
    name: t.tables.lastNamed,
    value: ({ first }) => first.to ?? first.occurred ?? null,
    shown: ({ first }) => <a href={eventLink(first.id)}>{dateInWords(first.occurred ?? '')}</a>,
  },
];

/** The people whom the newest events of a party name; of no party, those of the parties that met last. */
export function PeopleOf({ party }: { readonly party: string | undefined }): JSX.Element {
  const loaded = useLoaded(party ?? '', async () => {
    const parties = party === undefined ? await partiesThatMet() : [party];
    const pages = await Promise.all(parties.map(async (one) => lists.eventsOfParty(one, { limit: newestEvents })));
    const people = peopleIn(pages.flatMap(({ items }) => items));
    return { parties, people: party === undefined ? people : people.filter(({ parties: of }) => of.includes(party)) };
  });
  return (
    <Shown of={loaded}>
      {({ parties, people }) => {
        const title = t.tables.peopleOf(parties.map(partyName).join(', '));
        return (
          <>
            <h2>{title}</h2>
            <DataTable caption={title} rows={people} columns={columns} file="people" empty={t.tables.noPeople} />
          </>
        );
      }}
    </Shown>
  );
}

async function partiesThatMet(): Promise<readonly string[]> {
  const newest = await newestQuarter(new Date(), lists.network);
  return (newest?.nodes ?? [])
    .toSorted((one, other) => other.contacts - one.contacts)
    .slice(0, mostParties)
    .map(({ party }) => party);
}
