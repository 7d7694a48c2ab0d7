import { nameSounds } from '#shared/domain/people/person-name.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import type { Projection, RowKey } from '#shared/projections/engine/projection.ts';
import { rowId } from '#shared/projections/engine/read-models.ts';

/** A person who was once named so; whether that is still so is said in the person's dossier. */
export interface OnceNamed {
  readonly id: string;
}

/** The people in whose names a word with this sound was once found, a row for each way their whole name sounds. */
export const named = (sound: string): string => `name/${sound}`;
export const soundsAndPerson = (sort: string) => {
  const [sounds = '', id = ''] = sort.split('#');
  return { sounds: sounds.split(' '), id };
};

/**
 * Answers "who was ever called so?": a row under each sound of each name, the same however often a person is named so.
 */
export const people: Projection<OnceNamed> = {
  name: 'people',
  version: 2,
  keys: ({ before, after }) => {
    const former = new Set(before === undefined ? [] : nameRows(before).map(rowId));
    return nameRows(after).filter((row) => !former.has(rowId(row)));
  },
  project: (row, _change, { sort }) => row ?? { id: soundsAndPerson(sort).id },
};

function nameRows({ participants }: SeenEvent): RowKey[] {
  const rows = participants.flatMap(({ person }) => {
    const sounds = person === undefined ? [] : nameSounds(person.name);
    return sounds.map((sound): RowKey => ({ partition: named(sound), sort: `${sounds.join(' ')}#${person?.id}` }));
  });
  return [...new Map(rows.map((row) => [rowId(row), row])).values()];
}
