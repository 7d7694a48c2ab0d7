import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStrictJson } from '#shared/api/protocol/strict-json.ts';

describe('strict JSON', () => {
  it('means what JSON means', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const text = JSON.stringify(value);
      expect(parseStrictJson(text)).toEqual(JSON.parse(text));
    })); // prettier-ignore
  });

  it.each([
    ['{"a":1,"a":2}', '"a"'],
    ['[{"b":{"a":1,"\\u0061":2}}]', '"\\u0061"'],
    ['{"x":"{\\"a\\":1}","y":{"a":1},"a":1,"a" : 2}', '"a"'],
  ])('refuses a key that an object has twice: %s', (text, key) => {
    expect(() => parseStrictJson(text)).toThrow(`The key ${key} appears twice`);
  });

  it('refuses what is nested too deeply', () => {
    expect(() => parseStrictJson('['.repeat(100_000) + ']'.repeat(100_000))).toThrow('deeper than 64 levels');
    expect(parseStrictJson('['.repeat(64) + ']'.repeat(64))).toBeDefined();
  });
});
