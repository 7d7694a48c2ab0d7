import type { ComponentChildren, JSX } from 'preact';
import { lists } from '../../api-lists.ts';
import type { Party } from '../../api-types.ts';
import { Shown, useLoaded } from '../../loaded.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { partyName, relationLink } from '../../party-name.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { count, decimal, t } from '../../text/text.ts';
import { Representation } from './representation.tsx';
import { Sparkline } from './sparkline.tsx';
import { type PartnerRow, partnerRows } from './partner-row.ts';
import { WorldMap } from './world-map.tsx';

interface PartnersProps {
  readonly profile: Party;
  readonly from: string;
  readonly to: string;
  /** Chooses these months. */
  readonly choice: ComponentChildren;
}

/** The partners of a party on a map and as a table. */
export function Partners({ profile, from, to, choice }: PartnersProps): JSX.Element {
  const { party } = profile;
  const loaded = useLoaded(`${party} ${from} ${to}`, async () => lists.partners(party, from, to));
  const represented = profile.partners.filter(({ state }) => state !== undefined);
  const columns: readonly Column<PartnerRow>[] = [
    {
      name: t.party.partner,
      value: (row) => partyName(row.party),
      shown: (row) => <a href={relationLink(party, row.party)}>{partyName(row.party)}</a>,
    },
    { name: t.party.together, value: ({ all }) => all ?? null },
    { name: t.party.scored, value: ({ scored }) => scored?.n ?? 0 },
    {
      name: t.party.mean,
      value: ({ scored }) => scored?.mean ?? null,
      shown: ({ scored }) => decimal(scored?.mean ?? null),
    },
    {
      name: t.party.change,
      value: ({ scored }) => scored?.change ?? null,
      shown: ({ scored }) => decimal(scored?.change ?? null),
    },
    {
      name: t.relation.lastContact,
      value: ({ lastContact }) => lastContact?.from ?? null,
      shown: ({ lastContact }) => (lastContact === undefined ? '–' : dateInWords(lastContact.occurred)),
    },
    {
      name: t.party.trend,
      value: () => null,
      shown: ({ scored }) => <Sparkline trend={scored?.trend ?? []} />,
    },
  ];
  return (
    <section aria-labelledby="partners-title">
      <h2 id="partners-title">{t.party.partners}</h2>
      {choice}
      <Shown of={loaded}>
        {({ items }) => {
          const rows = partnerRows(profile, items);
          return (
            <>
              <WorldMap party={party} rows={rows} />
              <DataTable caption={t.party.partners} rows={rows} columns={columns} file={`partners-${party}`} />
            </>
          );
        }}
      </Shown>
      <h2 id="representation-title">{t.relation.representation}</h2>
      <Representation party={party} partners={represented} />
      {represented.length < profile.partners.length && (
        <p class="hint">{t.party.mostRelations(count(represented.length))}</p>
      )}
    </section>
  );
}
