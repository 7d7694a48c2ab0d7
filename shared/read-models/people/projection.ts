import { nameSounds, nameWords } from '#shared/domain/people/person-name.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import type { Projection, RowKey } from '#shared/projections/engine/projection.ts';
import { rowId } from '#shared/projections/engine/read-models.ts';

/** A person who was once named so; whether that is still so is said in the person's dossier. */
export interface OnceNamed {
  readonly id: string;
  /** The words of their names that sound like the row's key: an exact word ranks before one that only sounds so. */
  readonly words: readonly string[];
}

/** Words of a row, and characters of one, at most. */
export const mostWords = 24;
const longestWord = 30;

/** The words of a name as rows hold them. */
export const wordsHeld = (name: string): string[] => [
  ...new Set(nameWords(name).map((word) => Array.from(word).slice(0, longestWord).join(''))),
];

/** The people in whose names a word with this sound was once found, a row for each way their whole name sounds. */
export const named = (sound: string): string => `name/${sound}`;
export const soundsAndPerson = (sort: string) => {
  const [sounds = '', id = ''] = sort.split('#');
  return { sounds: sounds.split(' '), id };
};

/**
 * Answers "who was ever called so?": a row under each sound of each name, the same however often a person is named by
 * the same words.
 */
export const people: Projection<OnceNamed> = {
  name: 'people',
  version: 3,
  keys: ({ before, after }) => {
    const former = new Set(before === undefined ? [] : spellings(before));
    return spellings(after).every((spelling) => former.has(spelling)) ? [] : nameRows(after);
  },
  project: (row, { after: { participants } }, { sort }) => {
    const { sounds, id } = soundsAndPerson(sort);
    const known = row?.words ?? [];
    const words = participants.flatMap(({ person }) =>
      person?.id === id && nameSounds(person.name).join(' ') === sounds.join(' ') ? wordsHeld(person.name) : [],
    );
    const more = [...new Set(words)].filter((word) => !known.includes(word)).slice(0, mostWords - known.length);
    return row !== undefined && more.length === 0 ? row : { id, words: [...known, ...more] };
  },
};

const spellings = ({ participants }: SeenEvent): string[] =>
  participants.flatMap(({ person }) => (person === undefined ? [] : `${person.id}#${person.name}`));

function nameRows({ participants }: SeenEvent): RowKey[] {
  const rows = participants.flatMap(({ person }) => {
    const sounds = person === undefined ? [] : nameSounds(person.name);
    return sounds.map((sound): RowKey => ({ partition: named(sound), sort: `${sounds.join(' ')}#${person?.id}` }));
  });
  return [...new Map(rows.map((row) => [rowId(row), row])).values()];
}
