import { describe, expect, expectTypeOf, it } from 'vitest';
import { english, type Texts } from '#functions/explorer/page/text/english.ts';
import { languages } from '#functions/explorer/page/text/languages.ts';

/** The paths of all texts, a function as one text. */
const pathsOf = (texts: unknown, path = ''): readonly string[] =>
  typeof texts === 'object' && texts !== null
    ? Object.entries(texts).flatMap(([name, text]) => pathsOf(text, `${path}/${name}`))
    : [path];

describe('a second language', () => {
  it('is refused by the type checker where a text is missing, however deep', () => {
    expect(languages['en']).toBe(english);
    expectTypeOf(english).toExtend<Texts>();
    expectTypeOf<Omit<Texts, 'dates'>>().not.toExtend<Texts>();
    expectTypeOf<Omit<Texts, 'admiralty'> & { admiralty: Omit<Texts['admiralty'], 'A'> }>().not.toExtend<Texts>();
    expectTypeOf<Omit<Texts, 'state'> & { state: { more: () => string } }>().not.toExtend<Texts>();
  });

  it.each(Object.entries(languages))('has no text that English does not have: %s', (_tag, texts) => {
    const known = new Set(pathsOf(english));
    const ofNames = /^\/names\//; // other languages may name more of the record
    expect(pathsOf(texts).filter((path) => !known.has(path) && !ofNames.test(path))).toEqual([]);
  });

  it('is not needed for a text to be one: none of English is empty', () => {
    expect(pathsOf(english).length).toBeGreaterThan(300);
    const texts = (all: unknown): unknown[] =>
      typeof all === 'object' && all !== null ? Object.values(all).flatMap(texts) : [all];
    expect(texts(english).filter((text) => text === '')).toEqual([]);
  });
});
