import { partyName } from '#shared/domain/parties/party-name.ts';
import { splitPair } from '#shared/domain/parties/dyad.ts';
import type { ResponseOf } from '#shared/client/api-schema.ts';
import { grouped, styled, table } from './terminal.ts';

type Relation = ResponseOf<'/relations/{dyad}'>;

/** A relation for people: a line for each of its facts. */
export function relationTable(relation: Relation): string {
  const { dyad, on, lastEvent, lastContact, lastHighLevelVisit, index, n, unheld, quadClasses } = relation;
  const { relations, missions, agreements, sanctions } = relation;
  const name = (splitPair(dyad) ?? []).map(partyName).join(' – ');
  const facts: readonly (readonly [string, string])[] = [
    ['last event', lastEvent === null ? 'none' : about(lastEvent, lastEvent.type)],
    ['last contact', lastContact === null ? 'none' : about(lastContact, lastContact.kind)],
    ['last high-level visit', lastHighLevelVisit === null ? 'none' : about(lastHighLevelVisit)],
    ['index', `${signed(index.slow)} slow, ${signed(index.fast)} fast, from −10 (war) to +10 (alliance)`],
    ['events', `${grouped(n)} that took place, ${grouped(unheld)} planned or hypothetical`],
    ...Object.entries(quadClasses).map(
      ([quadClass, count]) => [`  ${quadClass.replace('-', ' ')}`, grouped(count)] as const,
    ),
    ['diplomatic relations', [relations.status, ...since(relations)].join(' ')],
    ...listed('mission', missions, (one) => [
      `${partyName(one.sender)} in ${partyName(one.receiver)}: ${one.status}`,
      ...since(one),
    ]),
    ...listed('agreement', agreements, (one) => [
      `${one.title ?? one.id} (${one.status.replaceAll('-', ' ')})`,
      ...since({ since: one.enteredIntoForce }),
    ]),
    ...listed('sanction', sanctions, (one) => [one.summary ?? one.id, ...since(one)]),
  ];
  return `${styled('bold', `${name} (${dyad})`)} on ${on}\n${table([['what', 'is'], ...facts])}`;
}

const about = (event: { readonly occurred: string; readonly summary?: string }, kind = ''): string =>
  [event.occurred, kind, event.summary ?? ''].filter((part) => part !== '').join('  ');

const since = (one: { readonly since: { readonly date: string } | null }): readonly string[] =>
  one.since === null ? [] : [`since ${one.since.date}`];

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;

/** A line for each of some things, or one that says that there is none. */
const listed = <Item>(
  what: string,
  items: readonly Item[],
  said: (item: Item) => readonly string[],
): readonly (readonly [string, string])[] =>
  items.length === 0 ? [[`${what}s`, 'none']] : items.map((item) => [what, said(item).join(' ')]);
