import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { nameSounds } from '#shared/domain/people/person-name.ts';
import type { Change, SeenEvent } from '#shared/projections/engine/change.ts';
import { type AsOfRows, asOfSort } from '#shared/projections/engine/as-of-rows.ts';
import { paddedPosition } from '#shared/projections/engine/padded-position.ts';
import type { Projection, RowKey } from '#shared/projections/engine/projection.ts';

/** What one event says of a person: as whom it names them, and the days (`YYYY-MM-DD`) between which it happened. */
export interface PersonSeen {
  readonly from: string | null;
  readonly to: string | null;
  readonly as: readonly { readonly name: string; readonly party: string; readonly office?: string | undefined }[];
}

/** A person who was once named so; whether that still stands is said at the person. */
export interface OnceNamed {
  readonly id: string;
}

/** The rows of what is known of a person: one for every event that names them, and every correction that changes this. */
export const ofPerson = (id: string): string => `person/${id}`;
/** The people in whose names a word with this sound was once found, a row for each way their whole name sounds. */
export const named = (sound: string): string => `name/${sound}`;
export const soundsAndPerson = (sort: string) => {
  const [sounds = '', id = ''] = sort.split('#');
  return { sounds: sounds.split(' '), id };
};

/** Answers "who was called so, and who is that?", now and as it was known at any time. */
export const people: Projection<AsOfRows<PersonSeen> | OnceNamed, Change> = {
  name: 'people',
  version: 1,
  keys: ({ before, after, position }) => {
    const [was, is] = [peopleIn(before), peopleIn(after)];
    const ids = [...new Set([...was.keys(), ...is.keys()])].filter((id) => !same(was.get(id), is.get(id)));
    return [
      ...ids.map((id) => ({ partition: ofPerson(id), sort: asOfSort(paddedPosition(after.position), position) })),
      ...ids.flatMap((id) => nameRows(id, is.get(id))),
    ];
  },
  project: (row, { after, recordedAt }, { partition, sort }) => {
    if (partition.startsWith(named(''))) return row ?? { id: soundsAndPerson(sort).id };
    return { since: recordedAt, entry: peopleIn(after).get(partition.slice(ofPerson('').length)) ?? null };
  },
};

/** The people that an event names, by id; none when it is withdrawn. */
function peopleIn(event: SeenEvent | undefined): ReadonlyMap<string, PersonSeen> {
  const found = new Map<string, PersonSeen>();
  if (event === undefined || event.withdrawn !== undefined) return found;
  for (const { person, party, office } of event.participants) {
    if (person === undefined) continue;
    const { as = [] } = found.get(person.id) ?? {};
    const called = { name: person.name, party, ...(office !== undefined && { office }) };
    found.set(person.id, { ...occurredRange(event.occurred), as: [...as, called] });
  }
  return found;
}

const same = (a: PersonSeen | undefined, b: PersonSeen | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A row under each sound of each name: the same however often the person is named so. */
function nameRows(id: string, seen: PersonSeen | undefined): RowKey[] {
  const names = new Set((seen?.as ?? []).map(({ name }) => nameSounds(name).join(' ')));
  return [...names].flatMap((sounds) =>
    sounds.split(' ').map((sound) => ({ partition: named(sound), sort: `${sounds}#${id}` })),
  );
}
