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
    ['index', indexWords(index)],
    ['events', `${grouped(n)} that took place, ${grouped(unheld)} planned or hypothetical`],
    ...classLines(n, quadClasses),
    ['diplomatic relations', [relations.status, ...since(relations)].join(' ')],
    ...listed('mission', 'missions', missions, (one) => [
      `${partyName(one.sender)} in ${partyName(one.receiver)}: ${one.status}`,
      ...since(one),
    ]),
    ...listed('agreement', 'agreements in force', agreements, (one) => [
      `${one.title ?? one.id} (${one.status.replaceAll('-', ' ')})`,
      ...since({ since: one.enteredIntoForce }),
    ]),
    ...listed('sanction', 'sanctions in force', sanctions, (one) => [one.summary ?? one.id, ...since(one)]),
  ];
  return `${styled('bold', `${name} (${dyad})`)} on ${on}\n${table([['what', 'is'], ...facts])}`;
}

/** Without weight an index rests on nothing, which is not the same as zero. */
const indexWords = ({ slow, fast, weight }: Relation['index']): string =>
  weight === 0
    ? '– (nothing is recorded that counts)'
    : `${signed(slow)} slow, ${signed(fast)} fast, from −10 (war) to +10 (alliance)`;

/** A line for each class of the events that took place; together they are all of these. */
function classLines(n: number, classes: Readonly<Record<string, number>>): readonly (readonly [string, string])[] {
  const ofNone = n - Object.values(classes).reduce((sum, count) => sum + count, 0);
  return [
    ...Object.entries(classes).map(([name, count]) => [`  ${name.replace('-', ' ')}`, grouped(count)] as const),
    ...(ofNone > 0 ? [['  of no class', grouped(ofNone)] as const] : []),
  ];
}

const about = (event: { readonly occurred: string; readonly summary?: string }, kind = ''): string =>
  [event.occurred, kind, event.summary ?? ''].filter((part) => part !== '').join('  ');

const since = (one: { readonly since: { readonly date: string } | null }): readonly string[] =>
  one.since === null ? [] : [`since ${one.since.date}`];

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;

/** A line for each of some things, or one that says that there is none. */
const listed = <Item>(
  what: string,
  all: string,
  items: readonly Item[],
  said: (item: Item) => readonly string[],
): readonly (readonly [string, string])[] =>
  items.length === 0 ? [[all, 'none']] : items.map((item) => [what, said(item).join(' ')]);
