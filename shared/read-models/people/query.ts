import {
  nameLikeness,
  type NameLikeness,
  nameLikenesses,
  nameSounds,
  nameWords,
  soundsLikeness,
} from '#shared/domain/people/person-name.ts';
import type { Page } from '#shared/page.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { partitionsKnown } from '#shared/projections/engine/as-of-rows.ts';
import { knownBetween } from '#shared/projections/engine/day-index.ts';
import { withWhole } from '#shared/projections/engine/with-whole.ts';
import { aboutPerson, dossiers } from '#shared/read-models/parties/dossiers.ts';
import { named, type OnceNamed, people, soundsAndPerson, wordsHeld } from './projection.ts';
import { type PersonProfile, type PersonSeen, profileOf } from './profile.ts';
import { storedPartition } from '#shared/projections/engine/projection.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';

type Rows = RowReader;

/** Rows of a person's dossier that are read at a time. */
const pageSize = 1000;

/**
 * All that is known of a person, or was at an instant (UTC), from their dossier; `undefined`: no event that counts
 * names them.
 */
export async function readPerson(store: Rows, id: string, asOf?: string): Promise<PersonProfile | undefined> {
  const seen: PersonSeen[] = [];
  const held = await withWhole(store, personPartitions(id, asOf));
  const rows = knownBetween(held, dossiers, { partition: aboutPerson(id), order: 'ascending', asOf, pageSize });
  for await (const { entry } of rows) {
    const { facets, named: as = [] } = entry;
    if (facets?.withdrawn === undefined) seen.push({ ...occurredRange(facets?.occurred ?? ''), as });
  }
  return profileOf(id, seen);
}

/** The partitions that all that is known of a person is read from. */
const personPartitions = (id: string, asOf: string | undefined): string[] =>
  partitionsKnown(dossiers, aboutPerson(id), asOf);

export interface PeopleQuery {
  readonly name: string;
  readonly asOf?: string | undefined;
  readonly limit: number;
  /** The place of the last candidate of the page before. */
  readonly after?: string | undefined;
}

/** A person who may be meant by a name, and how near the nearest of their names comes to it. */
export interface Candidate extends PersonProfile {
  readonly match: NameLikeness;
}

/**
 * The people who may be meant by a name, the nearest first; a page is shorter where a name has been taken back by a
 * correction.
 */
export async function findPeople(
  store: Rows,
  { name, asOf, limit, after = '' }: PeopleQuery,
): Promise<Page<Candidate>> {
  const places = (await placesOf(store, name)).filter((place) => place > after);
  const page = places.slice(0, limit);
  const dossiersOf = page.flatMap((place) => personPartitions(soundsAndPerson(place).id, asOf));
  const held = await withWhole(store, dossiersOf);
  const found = await Promise.all(
    page.map(async (place) => {
      const person = await readPerson(held, soundsAndPerson(place).id, asOf);
      const match = person && nearest(person.names.map((each) => nameLikeness(each.name, name)));
      if (person === undefined || match === undefined) return [];
      const isExact = person.names.some((each) => sharesWords(nameWords(each.name), nameWords(name)));
      return [{ rank: rank(match, isExact), candidate: { match, ...person } }];
    }),
  );
  const items = found
    .flat()
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ candidate }) => candidate);
  const last = page.at(-1);
  return { items, ...(places.length > page.length && last !== undefined && { next: last }) };
}

/** Where each person stands whose name may be this one, in order: `<rank><words not shared>#<id>`. */
async function placesOf(store: Rows, name: string): Promise<string[]> {
  const [sounds, words] = [nameSounds(name), wordsHeld(name)];
  const places = new Map<string, string>();
  const partitions = sounds.map((sound) => storedPartition(people, named(sound)));
  const held = await withWhole(store, partitions);
  const find = async (partition: string) => {
    for await (const { sort, data } of held.rows({ partition, order: 'ascending' })) {
      const candidate = soundsAndPerson(sort);
      const likeness = soundsLikeness(candidate.sounds, sounds);
      if (likeness === undefined) continue;
      const apart = String(Math.abs(candidate.sounds.length - sounds.length)).padStart(3, '0');
      const isExact = sharesWords((data as OnceNamed).words, words);
      const place = `${rank(likeness, isExact)}${apart}#${candidate.id}`;
      const before = places.get(candidate.id);
      if (before === undefined || place < before) places.set(candidate.id, place);
    }
  };
  await Promise.all(partitions.map(find));
  return [...places.values()].toSorted();
}

/** Ranks a match: the same words first, then words of which one name has all, then those that only sound alike. */
const rank = (likeness: NameLikeness, isExact: boolean): number =>
  likeness === 'same' ? 0 : nameLikenesses.indexOf(likeness) + (isExact ? 0 : nameLikenesses.length);

/** Whether all words of one are in the other. */
const sharesWords = (one: readonly string[], other: readonly string[]): boolean =>
  one.every((word) => other.includes(word)) || other.every((word) => one.includes(word));

const nearest = (likenesses: readonly (NameLikeness | undefined)[]): NameLikeness | undefined =>
  nameLikenesses.find((each) => likenesses.includes(each));
