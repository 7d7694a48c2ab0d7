import { foldedName } from '#shared/domain/parties/folded-name.ts';

/** Ranks, honorifics and titles that come before a name, as single words: they change and are spelled in many ways. */
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
 * The words of a name without ranks and honorifics before it, sorted, so that case, accents, punctuation and the order of the words make
 * no difference. Never empty for a name with a letter or digit in it.
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

/** A name that is all title keeps it: it may be what people are called. `H.E.` reads as two letters. */
function withoutTitles(words: readonly string[]): readonly string[] {
  const excellency = words[0] === 'h' && words[1] === 'e' ? 2 : 0;
  const first = words.findIndex((word, index) => index >= excellency && !titles.has(word));
  return first === -1 ? words : words.slice(first);
}

/**
 * How the words of a name sound, each once, sorted: what is left when vowels, doubled letters and the usual choices of transliteration
 * (q, c or k; w or v; f or ph) are taken away. Initials and abbreviations such as "S M" and "Md" are left out where a name has
 * more than them. At most ten sounds of at most twenty characters: people are found by them, and folding may make a name six times as long.
 */
export function nameSounds(name: string): string[] {
  const words = nameWords(name);
  const full = words.filter((word) => !isAbbreviation(word));
  return [...new Set((full.length > 0 ? full : words).map(sound))].toSorted().slice(0, mostSounds);
}

const mostSounds = 10;
const longestSound = 20;

const isAbbreviation = (word: string): boolean => word.length === 1 || /^[bcdfghjklmnpqrstvwxz]{2,3}$/.test(word);

const sound = (word: string): string => [...soundOf(word)].slice(0, longestSound).join('');

const soundOf = (word: string): string =>
  word
    .replaceAll('ph', 'f')
    .replaceAll(/[qc]/g, 'k')
    .replaceAll('w', 'v')
    .replaceAll(/(.)\1+/gu, '$1')
    .replaceAll(/(?!^)[aeiouy]/g, '')
    .replace(/^[aeiou]/, 'a');

/** How near a name comes to another: the same words, words that sound the same, or all words of one of them within the other. */
export const nameLikenesses = ['same', 'alike', 'part'] as const;
export type NameLikeness = (typeof nameLikenesses)[number];

/** How near two names come to each other; `undefined`: they are not each other's. */
export function nameLikeness(a: string, b: string): NameLikeness | undefined {
  if (nameWords(a).join(' ') === nameWords(b).join(' ')) return 'same';
  return soundsLikeness(nameSounds(a), nameSounds(b));
}

/** The same of two names of which only the sounds are known. */
export function soundsLikeness(a: readonly string[], b: readonly string[]): 'alike' | 'part' | undefined {
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  if (!fewer.every((each) => more.includes(each))) return undefined;
  return fewer.length === more.length ? 'alike' : 'part';
}
