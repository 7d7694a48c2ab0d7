import { foldedName } from '#shared/domain/parties/folded-name.ts';

/** Ranks, honorifics and titles before a name, as single words: they change and have many spellings. */
const titles = new Set(
  (
    'general gen lieutenant lt major maj colonel col brigadier brig captain capt field air chief marshal vice rear admiral adm commodore ' +
    'cdre wing squadron group commander cdr sir dame dr prof professor mr mrs ms he she his her the honourable honorable hon excellency majesty ' +
    'highness ambassador amb president prime minister pm foreign secretary chancellor senator adviser advisor justice engr retd rtd retired'
  ).split(' '),
);

/** The article within Arabic names belongs to the word before it: Kamr-ul-Hassan is Kamrul Hassan. */
const articles = new Set(['ul', 'ur', 'ud', 'uz', 'us', 'un', 'ush', 'ut']);

/**
 * Returns the words of a name without ranks and honorifics, folded and sorted, so that case, accents, punctuation and
 * order make no difference. It is never empty for a name with a letter or digit.
 */
export function nameWords(name: string): string[] {
  const words = foldedName(name.replaceAll(/\([^)]*\)/g, ' ')).split(' ');
  const untitled = withoutTitles(words);
  const joined: string[] = [];
  for (const word of untitled) {
    const before = joined.at(-1);
    if (before !== undefined && articles.has(word)) joined[joined.length - 1] = before + word;
    else joined.push(word);
  }
  return joined.filter((word) => word !== '').toSorted();
}

/** Removes titles, unless the name has nothing else. `H.E.` reads as two letters. */
function withoutTitles(words: readonly string[]): readonly string[] {
  const excellency = words[0] === 'h' && words[1] === 'e' ? 2 : 0;
  const first = words.findIndex((word, index) => index >= excellency && !titles.has(word));
  return first === -1 ? words : words.slice(first);
}

/**
 * Returns how the words of a name sound, each once, sorted: without vowels, doubled letters and the usual choices of
 * transliteration (q, c or k; w or v; f or ph). Initials and abbreviations such as "S M" and "Md" are left out where a
 * name has more. At most ten sounds of at most twenty characters, since folding may make a name six times as long.
 */
export function nameSounds(name: string): string[] {
  const words = nameWords(name);
  const full = words.filter((word) => !isAbbreviation(word));
  return [...new Set((full.length > 0 ? full : words).map(sound))].toSorted().slice(0, mostSounds);
}

const mostSounds = 10;
const longestSound = 20;

const isAbbreviation = (word: string): boolean => word.length === 1 || /^[bcdfghjklmnpqrstvwxz]{2,3}$/.test(word);

const sound = (word: string): string => Array.from(soundOf(word)).slice(0, longestSound).join('');

const soundOf = (word: string): string =>
  word
    .replaceAll('ph', 'f')
    .replaceAll(/[qc]/g, 'k')
    .replaceAll('w', 'v')
    .replaceAll(/(.)\1+/gu, '$1')
    .replaceAll(/(?!^)[aeiouy]/g, '')
    .replace(/^[aeiou]/, 'a');

/** The match of two names: the same words, words that sound the same, or all words of one within the other. */
export const nameLikenesses = ['same', 'alike', 'part'] as const;
export type NameLikeness = (typeof nameLikenesses)[number];

/** Returns how two names match; `undefined`: they do not. */
export function nameLikeness(a: string, b: string): NameLikeness | undefined {
  if (nameWords(a).join(' ') === nameWords(b).join(' ')) return 'same';
  return soundsLikeness(nameSounds(a), nameSounds(b));
}

/** Returns how two names match of which only the sounds are known. */
export function soundsLikeness(a: readonly string[], b: readonly string[]): 'alike' | 'part' | undefined {
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  if (!fewer.every((each) => more.includes(each))) return undefined;
  return fewer.length === more.length ? 'alike' : 'part';
}
