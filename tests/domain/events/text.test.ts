import { describe, expect, it } from 'vitest';
import { text } from '#shared/domain/events/text.ts';

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
