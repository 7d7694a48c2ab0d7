import { monthCount, monthOf, monthsBetween } from '#shared/domain/dates/calendar.ts';
import { foldedName } from '#shared/domain/parties/folded-name.ts';
import { documentsOf } from './documents.ts';
import { partiesOf } from './multilateral.ts';
import type { DiplomaticEvent } from './new-event.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';

/** The fields of an event that are compared to find duplicates. */
export interface Likeness {
  readonly type: string;
  readonly occurred: string;
  readonly modality: string;
  readonly participants: DiplomaticEvent['participants'];
  readonly partOf?: string | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly country?: string | undefined;
  readonly city?: string | undefined;
  /** Fields of one type: the title of an agreement, the kind of aid, the claim of an assessment … */
  readonly about?: string | undefined;
  /** The documents that it rests on. */
  readonly documents?: readonly string[] | undefined;
  /** Events that resemble it and are known to be others. */
  readonly distinctFrom?: readonly string[] | undefined;
}

/** What is compared; one that is not recorded yet has no id. */
export type Compared = Likeness & { readonly id?: string | undefined };

/** An event to compare with others. */
export interface Comparable extends Likeness {
  readonly id: string;
}

/** An event that another probably repeats, with the reason. */
export interface Duplicate {
  readonly id: string;
  readonly reason: string;
  readonly modality: string;
  /** Whether both may have happened on one day; otherwise they only rest on the same document. */
  readonly sameDays: boolean;
}

/** Returns the fields of an event that are compared. */
export function likenessOf(event: DiplomaticEvent & Pick<Likeness, 'distinctFrom'>): Likeness {
  const { type, occurred, modality, participants, partOf, topics, place, distinctFrom } = event;
  const [about] = ['title', 'kind', 'claim', 'field'].map((name): unknown => Reflect.get(event, name)).filter(isText);
  const documents = documentsOf(event);
  const where = { country: place?.country, city: place?.city };
  return { type, occurred, modality, participants, partOf, topics, ...where, about, documents, distinctFrom };
}

const isText = (value: unknown): value is string => typeof value === 'string';

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
 * Returns why two events of one type between the same parties are probably one; `undefined`: they are not. Their days
 * overlap, or they rest on the same document, and no field that both have differs: what they are part of, topics (one
 * in common is enough), people or else offices of a party, roles, place, title, kind. A field that only one of them has
 * is no difference: reports differ in how much they know. Nobody has said that they are two.
 */
export function probablyTheSame(a: Compared, b: Compared): string | undefined {
  const documents = (a.documents ?? []).filter((each) => b.documents?.includes(each));
  const distinct =
    areDistinguished(a, b) ||
    (documents.length === 0 && !overlap(a.occurred, b.occurred)) ||
    differ(a.partOf, b.partOf) ||
    differ(a.country, b.country) ||
    differ(a.city && foldedName(a.city), b.city && foldedName(b.city)) ||
    differ(a.about && foldedName(a.about), b.about && foldedName(b.about)) ||
    apart(a.topics ?? [], b.topics ?? []) ||
    a.participants.some(({ party }) => sidesDiffer(ofParty(a, party), ofParty(b, party)));
  if (distinct) return undefined;
  const people = peopleOf(a.participants).filter((id) => peopleOf(b.participants).includes(id));
  const topics = (a.topics ?? []).filter((topic) => b.topics?.includes(topic));
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

const ofParty = ({ participants }: Likeness, party: string): Side =>
  participants.filter((each) => each.party === party);

/** Returns whether people differ; or, unless both name people, offices; or roles, unless one only takes part. */
function sidesDiffer(a: Side, b: Side): boolean {
  if (apart(rolesOf(a), rolesOf(b)) || apart(peopleOf(a), peopleOf(b))) return true;
  const bothNamed = peopleOf(a).length > 0 && peopleOf(b).length > 0;
  return !bothNamed && apart(officesOf(a), officesOf(b));
}

const rolesOf = (side: Side) => side.map(({ role }) => role).filter((role) => role !== 'participant');
const peopleOf = (side: Side) => side.flatMap(({ person }) => person?.id ?? []);
const officesOf = (side: Side) => side.flatMap(({ office }) => (office === undefined ? [] : foldedName(office)));

const overlap = (a: string, b: string): boolean => {
  const [{ from, to }, other] = [occurredRange(a), occurredRange(b)];
  return (
    (from === null || other.to === null || from <= other.to) && (to === null || other.from === null || to >= other.from)
  );
};

/** Returns whether both values exist and differ. */
const differ = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && a !== b;

/** Returns whether both lists have values, and none in common. */
const apart = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((each) => b.includes(each));
