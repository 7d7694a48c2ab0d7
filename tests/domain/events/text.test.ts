import { describe, expect, it } from 'vitest';
import { name, text } from '#shared/domain/events/text.ts';

const accepts = (value: string): boolean => text(100).safeParse(value).success;

describe('a text', () => {
  it.each(['Talks in Dhaka', 'ঢাকা', 'مذاكرات', 'line one\nline two\t–', 'family 👨‍👩‍👧', 'می‌خواهم'])(
    'may be: %s',
    (value) => {
      expect(accepts(value)).toBe(true);
    },
  );

  it.each([
    ['is blank', ' \n'],
    ['takes no room', '\u200b\u200d'],
    ['holds NUL', 'a\u0000b'],
    ['holds an escape character', 'a\u001b[31mb'],
    ['turns the direction of writing', 'a\u202eb'],
    ['isolates a direction of writing', 'a\u2066b'],
    ['was not UTF-8', 'a\ufffdb'],
    ['holds half a character', 'a\ud800b'],
    ['is too long', 'x'.repeat(101)],
  ])('is refused that %s', (_, value) => {
    expect(accepts(value)).toBe(false);
  });
});

describe('a name', () => {
  it.each([
    'Dha\u200bka',
    'Dha\u200cka',
    'Dha\u200dka',
    'Dhaka\n',
    'Dha\u202eka',
    'Dha\u2066ka',
    'Dha\u200eka',
    'Dhaka\u{e0041}',
    'Dha\u2028ka',
    '\u3164',
  ])('has no invisible character, line break or mark of direction: %j', (bad) => {
    expect(name(80).safeParse(bad).success).toBe(false);
  });

  it('is kept in NFC', () => {
    expect(name(80).parse('Cafe\u0301')).toBe('Caf\u00e9');
  });
});

describe('a longer text', () => {
  it('keeps the joiners that scripts and emoji need, and has no other invisible character', () => {
    for (const good of [
      '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
      '\u{1f469}\u200d\u{1f52c}',
      'one\ntwo\tthree',
    ])
      expect(text(80).parse(good)).toBe(good);
    for (const bad of ['a\u200bb', 'a\u2028b', 'a\u{e0041}b', 'a\u200fb'])
      expect(text(80).safeParse(bad).success).toBe(false);
  });
});
