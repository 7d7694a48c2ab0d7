import { foldedName } from '#shared/domain/parties/folded-name.ts';

/** Replacements of letters that Unicode does not decompose. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};

const undecomposed = new RegExp(`[${Object.keys(plain).join('')}]`, 'g');

/** Returns the words of a text, folded: lower case, without diacritics, apostrophes and punctuation. */
export function foldedWords(text: string): string[] {
  const folded = foldedName(text).replaceAll(undecomposed, (letter) => plain[letter] ?? letter);
  return folded === '' ? [] : folded.split(' ');
}
