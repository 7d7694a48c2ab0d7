import { describe, expect, it } from 'vitest';
import { findsText } from '#shared/domain/search/finds-text.ts';
import { maxQueryLength, maxQueryWords } from '#shared/domain/search/query-limits.ts';
import { TextQuery } from '#shared/domain/search/text-query.ts';
import { wordsOfEvent } from '#shared/domain/search/words-of-event.ts';
import { sampleEvent } from '#tests/support/sample-event.ts';

const statement = sampleEvent('StatementMade', {
  participants: [
    {
      party: 'BGD',
      role: 'declarant',
      person: { id: 'person:bgd-hasina', name: 'Sheikh Hasina' },
      office: 'Prime Minister',
    },
    { party: 'CIV', role: 'addressee' },
  ],
  thirdParties: ['POL'],
  place: { country: 'DEU', city: 'Łódź', site: 'Hotel Excelsior' },
  topics: ['defence-ties'],
  evidence: { reports: [{ publisher: 'Dawn', title: 'Joint communiqué signed' }] },
  summary: 'Both sides’ statement on the resilience of İstanbul’s Straßen; Ελλάδος; বাংলাদেশ।',
});
const words = wordsOfEvent(statement);

describe('a text query', () => {
  it.each([
    ['the beginning of a word', 'resil'],
    ['several words in any order and from several fields', 'hasina statement defence'],
    ['words in capitals, and with other diacritics', 'RESILIENCE Communique lodz'],
    ['letters that have no decomposition', 'strassen istanbul'],
    ['other scripts', 'ελλαδοσ বাংলা'],
    ['a phrase in its order', '"joint communique"'],
    ['a phrase of some kind of quotes', '“prime minister” «hotel excelsior»'],
    ['a phrase without its closing quote', 'hasina "both sides'],
    ['words of a topic', '"defence ties"'],
    ['the names of the parties', "bangladesh poland germany cote d'ivoire"],
    ['an apostrophe or none', "side's sides"],
  ])('finds %s', (_, query) => {
    expect(TextQuery.parse(query)).toBe(query);
    expect(findsText(query, words)).toBe(true);
  });

  it.each([
    ['what only some of the words are in', 'hasina delhi'],
    ['the end of a word', 'silience'],
    ['a phrase in another order', '"communique joint"'],
    ['a phrase across fields', '"hasina prime"'],
    ['a word of a phrase that is only begun', '"joint commun"'],
    ['one word with a gap between', '"statement resilience"'],
    ['the publisher of a report', 'dawn'],
  ])('does not find %s', (_, query) => {
    expect(findsText(query, words)).toBe(false);
  });

  const messages = (query: unknown) => TextQuery.safeParse(query).error?.issues.map(({ message }) => message);

  it('refuses what has no word, too many words or too many characters', () => {
    expect(messages('"—" …')).toEqual(['expected a word of letters or digits to search for']);
    expect(messages(' ')?.[0]).toBe('expected a text that is not blank');
    expect(messages('a\u200bb')?.[0]).toMatch(/without invisible characters .*, got U\+200B$/);
    expect(messages(Array.from({ length: maxQueryWords }, () => 'a').join(' '))).toBeUndefined();
    expect(messages(Array.from({ length: maxQueryWords + 1 }, () => 'a').join(' '))).toEqual([
      `expected at most ${maxQueryWords} words, got ${maxQueryWords + 1}`,
    ]);
    expect(messages('a'.repeat(maxQueryLength))).toBeUndefined();
    expect(messages('a'.repeat(maxQueryLength + 1))).toHaveLength(1);
  });
});
