/**
 * Folds a name for comparison: lower case, without diacritics, punctuation and apostrophes, one space between words.
 */
export const foldedName = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[\p{M}'\u2019\u02bc`]/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
