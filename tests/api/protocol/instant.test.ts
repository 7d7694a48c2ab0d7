import { describe, expect, it } from 'vitest';
import { Instant } from '#shared/api/protocol/list-parameters.ts';

describe('an instant in a query', () => {
  it('is that in UTC, to the millisecond', () => {
    expect(Instant.parse('2025-01-20T14:00:00+02:00')).toBe('2025-01-20T12:00:00.000Z');
    expect(Instant.parse('0000-01-01T00:00:00Z')).toBe('0000-01-01T00:00:00.000Z');
    expect(Instant.parse('9999-12-31T23:59:59.999Z')).toBe('9999-12-31T23:59:59.999Z');
  });

  it.each(['0000-01-01T00:00:00+00:01', '9999-12-31T23:59:59-00:01'])(
    'is refused when its offset moves it out of the years of four digits: %s',
    (text) => {
      expect(Instant.safeParse(text).error?.issues).toMatchObject([
        { message: 'Expected an instant of the years 0000 to 9999 in UTC' },
      ]);
    },
  );
});
