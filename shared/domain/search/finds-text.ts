import { foldedWords } from './folded-words.ts';
import type { EventWords } from './words-of-event.ts';

interface Part {
  /** Whether the words were quoted: whole ones, next to each other. */
  readonly isPhrase: boolean;
  readonly words: readonly string[];
}

/** Splits a query at its quotes; a phrase without a closing quote ends with the query. */
export const partsOf = (query: string): Part[] =>
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
