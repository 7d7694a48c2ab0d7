import { text } from '#shared/domain/events/text.ts';
import { partsOf } from './finds-text.ts';
import { maxQueryLength, maxQueryWords } from './query-limits.ts';

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
    id: 'TextQuery',
    description:
      'Words of its summary, titles, names or topics: all of them, each as the beginning of a word; whole words in ' +
      'their order in "double quotes". Case, diacritics and punctuation do not count',
    examples: ['hasina "joint statement"'],
  });
