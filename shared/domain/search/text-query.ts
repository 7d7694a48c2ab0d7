import { text } from '#shared/domain/events/text.ts';
import { foldedWords } from './folded-words.ts';
import type { EventWords } from './words-of-event.ts';

/** The most characters and words of a text query. */
export const maxQueryLength = 200;
export const maxQueryWords = 20;

export const textQueryDescription =
  'Words of its summary, titles, names or topics: all of them, each as the beginning of a word; whole words in ' +
  'their order in "double quotes". Case, diacritics and punctuation do not count';

/** The schema of a text query: words, and phrases in double quotes. */
export const TextQuery = text(maxQueryLength)
  .superRefine((query, context) => {
    if (context.issues.length > 0) return; // what is no text has been reported already
    const words = partsOf(query).flatMap((part) => part.words);
    if (words.length === 0)
      context.addIssue({ code: 'custom', message: 'expected a word of letters or digits to search for' });
    if (words.length > maxQueryWords)
      context.addIssue({ code: 'custom', message: `expected at most ${maxQueryWords} words, got ${words.length}` });
  })
  .meta({
    description: textQueryDescription,
    examples: ['hasina "joint statement"'],
  });

interface Part {
  /** Whether the words were quoted: whole ones, next to each other. */
  readonly isPhrase: boolean;
  readonly words: readonly string[];
}

/** Splits a query at its quotes; a phrase without a closing quote ends with the query. */
const partsOf = (query: string): Part[] =>
  query
    .split(/["\u201c-\u201e\u00ab\u00bb]/)
    .map((part, index) => ({ isPhrase: index % 2 === 1, words: foldedWords(part) }))
    .filter(({ words }) => words.length > 0);

/** Returns whether a query finds an event with these words. */
export const findsText = (query: string, texts: EventWords): boolean =>
  partsOf(query).every(({ isPhrase, words }) =>
    isPhrase ? texts.some((each) => hasPhrase(each, words)) : words.every((word) => hasPrefix(texts, word)),
  );

const hasPrefix = (texts: EventWords, prefix: string): boolean =>
  texts.some((words) => words.some((word) => word.startsWith(prefix)));

const hasPhrase = (words: readonly string[], phrase: readonly string[]): boolean =>
  words.some((_, start) => phrase.every((word, index) => words[start + index] === word));
