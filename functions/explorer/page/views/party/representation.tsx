import type { JSX } from 'preact';
import type { Mission, Party } from '../../api-types.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { partyName } from '../../party-name.ts';
import { href } from '../../place.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { t, words } from '../../text/text.ts';

interface Row {
  readonly partner: string;
  readonly dyad: string;
  readonly status: string;
  readonly there: Mission | undefined;
  readonly here: Mission | undefined;
}

const said = (mission: Mission | undefined): string | null =>
  mission === undefined
    ? null
    : [
        words(mission.status),
        ...(mission.since === null ? [] : [t.relation.since(dateInWords(mission.since.date))]),
      ].join(' ');

/** Who represents a party where, and who is represented with it. */
export function Representation({
  party,
  partners,
}: {
  readonly party: string;
  readonly partners: Party['partners'];
}): JSX.Element {
  const rows = partners.flatMap(({ party: partner, dyad, state }): Row[] => {
    const sentBy = (sender: string) => state?.missions.find((mission) => mission.sender === sender);
    return state === undefined
      ? []
      : [{ partner, dyad, status: state.relations.status, there: sentBy(party), here: sentBy(partner) }];
  });
  const columns: readonly Column<Row>[] = [
    {
      name: t.party.partner,
      value: ({ partner }) => partyName(partner),
      shown: ({ partner, dyad }) => <a href={href(`/relations/${dyad}`)}>{partyName(partner)}</a>,
    },
    { name: t.relation.relations, value: ({ status }) => words(status) },
    { name: t.party.missionThere(partyName(party)), value: ({ there }) => said(there) },
    { name: t.party.missionHere(partyName(party)), value: ({ here }) => said(here) },
  ];
  return (
    <DataTable caption={t.relation.representation} rows={rows} columns={columns} file={`representation-${party}`} />
  );
}
