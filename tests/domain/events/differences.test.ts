import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '#shared/domain/events/differences.ts';

describe('what differs', () => {
  it.each([
    [{ a: 1, b: 2 }, { a: 1, b: 3 }, [{ pointer: '/b', from: 2, to: 3 }]],
    [{ a: { b: [1, 2] } }, { a: { b: [1] } }, [{ pointer: '/a/b/1', from: 2 }]],
    [{}, { 'a/b~c': null }, [{ pointer: '/a~1b~0c', to: null }]],
    [{ a: [1] }, { a: { 0: 1 } }, [{ pointer: '/a', from: [1], to: { 0: 1 } }]],
    [{ a: null }, { a: {} }, [{ pointer: '/a', from: null, to: {} }]],
  ])('between %j and %j is told field by field: %j', (from, to, expected) => {
    expect(differences(from, to)).toEqual(expected);
  });

  it('is nothing between the same values', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(differences(value, structuredClone(value))).toEqual([]);
      }),
    );
  });
});
