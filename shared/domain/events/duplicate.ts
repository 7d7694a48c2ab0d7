import { oncePer } from '#shared/domain/once-per.ts';
import { monthCount, monthOf, monthsBetween } from '#shared/domain/dates/calendar.ts';
import { foldedName } from '#shared/domain/parties/folded-name.ts';
import { type Comparable, type Compared, type Likeness, likenessOf } from './likeness.ts';
import { partiesOf } from './multilateral.ts';
import type { DiplomaticEvent } from './new-event.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';

/** An event that another probably repeats, with the reason. */
export interface Duplicate {
  readonly id: string;
  readonly reason: string;
  readonly modality: string;
  /** Whether both may have happened on one day; otherwise they only rest on the same document. */
  readonly sameDays: boolean;
}

/** The months of a date at most: a vaguer one is no evidence that two events are one. */
const mostMonths = 3;

/**
 * Returns the keys that an event and its duplicates share: type, parties, and each month that it may have happened in;
 * none for a date that is open or vaguer than a season.
 */
export function dedupeKeys({
  type,
  occurred,
  participants,
}: Pick<Likeness, 'type' | 'occurred' | 'participants'>): string[] {
  return monthsOf(occurred).map((month) => `${type}/${partiesIn(participants)}/${month}`);
}

/**
 * Returns the keys that events of one type and the same parties share that rest on the same documents, whatever their
 * dates.
 */
export const documentKeys = ({
  type,
  participants,
  documents = [],
}: Pick<Likeness, 'type' | 'participants' | 'documents'>): string[] =>
  documents.map((one) => `${type}/${partiesIn(participants)}/${one}`);

const partiesIn = (participants: Side): string => partiesOf(participants).toSorted().join('+');

function monthsOf(occurred: string): string[] {
  const { from, to } = occurredRange(occurred);
  if (from === null || to === null) return [];
  const [first, last] = [monthOf(from), monthOf(to)];
  return monthCount(first, last) > mostMonths ? [] : monthsBetween(first, last);
}

/**
 * Whether two events of one type between the same parties are probably one: their days overlap, or they rest on the same
 * document, and no field that both have differs: what they are part of, topics (one in common is enough), people or
 * else offices of a party, roles, place, title, kind. A field that only one of them has is no difference: reports differ
 * in how much they know. Nobody has said that they are two.
 */
export function areProbablyOne(a: Compared, b: Compared): boolean {
  return !(
    areDistinguished(a, b) ||
    (!overlap(a.occurred, b.occurred) && common(a.documents, b.documents).length === 0) ||
    differ(a.partOf, b.partOf) ||
    differ(a.country, b.country) ||
    differ(a.city && foldedName(a.city), b.city && foldedName(b.city)) ||
    differ(a.about && foldedName(a.about), b.about && foldedName(b.about)) ||
    apart(a.topics ?? [], b.topics ?? []) ||
    sidesDiffer(a, b)
  );
}

/** Returns why two events of one type between the same parties are probably one; `undefined`: they are not. */
export function probablyTheSame(a: Compared, b: Compared): string | undefined {
  if (!areProbablyOne(a, b)) return undefined;
  const documents = common(a.documents, b.documents);
  const people = common(peopleOf(a.participants), peopleOf(b.participants));
  const topics = common(a.topics, b.topics);
  return [
    `the same type and parties, at ${a.occurred === b.occurred ? a.occurred : `${a.occurred} and ${b.occurred}`}`,
    ...(documents.length > 0 ? [`both rest on ${documents.join(', ')}`] : []),
    ...(a.partOf !== undefined && a.partOf === b.partOf ? [`both part of ${a.partOf}`] : []),
    ...(people.length > 0 ? [`both name ${people.join(', ')}`] : []),
    ...(topics.length > 0 ? [`both about ${topics.join(', ')}`] : []),
    ...(a.modality === b.modality ? [] : [`one ${a.modality}, one ${b.modality}`]),
  ].join('; ');
}

/** Returns whether somebody has said that two events are not the same. */
const areDistinguished = (a: Compared, b: Compared): boolean =>
  (a.id !== undefined && b.distinctFrom?.includes(a.id) === true) ||
  (b.id !== undefined && a.distinctFrom?.includes(b.id) === true);

/** The duplicates of one event that are listed at most: a post of many like reports would list each pair otherwise. */
export const mostDuplicates = 10;

/**
 * Finds the events that an event probably repeats, in their order, at most `mostDuplicates`; only those that `isAmong`
 * takes, if it is given.
 */
export function duplicateFinder(
  others: readonly Comparable[],
): (event: DiplomaticEvent & Pick<Compared, 'id' | 'distinctFrom'>, isAmong?: (id: string) => boolean) => Duplicate[] {
  const keyed = others.flatMap((other) => keysOf(other).map((key) => ({ key, other })));
  const byKey = Map.groupBy(keyed, ({ key }) => key);
  return (event, isAmong = () => true) => {
    const likeness = { ...likenessOf(event), id: event.id };
    const met = new Set(keysOf(likeness).flatMap((key) => (byKey.get(key) ?? []).map(({ other }) => other)));
    const found: Duplicate[] = [];
    for (const other of met) {
      if (other.id === likeness.id || !isAmong(other.id)) continue;
      const reason = probablyTheSame(other, likeness);
      const sameDays = overlap(other.occurred, likeness.occurred);
      if (reason !== undefined) found.push({ id: other.id, modality: other.modality, reason, sameDays });
      if (found.length === mostDuplicates) break;
    }
    return found;
  };
}

const keysOf = (event: Likeness): string[] => [...dedupeKeys(event), ...documentKeys(event)];

type Side = Likeness['participants'];

/** What is compared of each party. */
const sidesOf = oncePer((participants: Side) => {
  const byParty = Map.groupBy(participants, ({ party }) => party);
  return new Map([...byParty].map(([party, side]) => [party, comparedOf(side)]));
});

const comparedOf = (side: Side) => ({
  roles: side.map(({ role }) => role).filter((role) => role !== 'participant'),
  people: peopleOf(side),
  offices: side.flatMap(({ office }) => (office === undefined ? [] : foldedName(office))),
});

const peopleOf = (side: Side) => side.flatMap(({ person }) => person?.id ?? []);

/** Whether people of a party differ; or, unless both name people, offices; or roles, unless one only takes part. */
function sidesDiffer(a: Compared, b: Compared): boolean {
  const others = sidesOf(b.participants);
  for (const [party, one] of sidesOf(a.participants)) {
    const other = others.get(party);
    if (other === undefined) continue;
    if (apart(one.roles, other.roles) || apart(one.people, other.people)) return true;
    const bothNamed = one.people.length > 0 && other.people.length > 0;
    if (!bothNamed && apart(one.offices, other.offices)) return true;
  }
  return false;
}

const overlap = (a: string, b: string): boolean => {
  const [{ from, to }, other] = [occurredRange(a), occurredRange(b)];
  return (
    (from === null || other.to === null || from <= other.to) && (to === null || other.from === null || to >= other.from)
  );
};

/** Returns whether both values exist and differ. */
const differ = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && a !== b;

/** What two lists have in common. */
const common = (a: readonly string[] = [], b: readonly string[] = []): string[] => a.filter((each) => b.includes(each));

/** Returns whether both lists have values, and none in common. */
const apart = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((each) => b.includes(each));
