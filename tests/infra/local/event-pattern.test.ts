import { describe, expect, it } from 'vitest';
import { eventPattern } from '#infra/local/cloud/eventbridge/event-pattern.ts';
import { Refusal } from '#infra/local/refusal.ts';

const event = {
  source: 'chancery',
  'detail-type': 'VisitConducted',
  resources: ['arn:one', 'arn:two'],
  detail: {
    score: 4,
    name: 'Bangladesh',
    path: 'eu/west/one',
    nothing: null,
    empty: '',
    open: true,
    parties: [
      { code: 'BGD', role: 'visitor' },
      { code: 'PAK', role: 'host' },
    ],
  },
};

describe('an event pattern', () => {
  it.each<[string, unknown]>([
    ['one of several exact values', { source: ['other', 'chancery'] }],
    ['every field', { source: ['chancery'], detail: { score: [4] } }],
    ['any element of a list', { resources: ['arn:two'] }],
    ['null', { detail: { nothing: [null] } }],
    ['empty text', { detail: { empty: [''] } }],
    ['a boolean', { detail: { open: [true] } }],
    ['a prefix', { 'detail-type': [{ prefix: 'Visit' }] }],
    ['a prefix without regard to case', { 'detail-type': [{ prefix: { 'equals-ignore-case': 'visit' } }] }],
    ['a suffix', { 'detail-type': [{ suffix: 'ed' }] }],
    ['text without regard to case', { detail: { name: [{ 'equals-ignore-case': 'BANGLADESH' }] } }],
    ['a wildcard', { detail: { path: [{ wildcard: 'eu/*/one' }] } }],
    ['anything but a value', { detail: { name: [{ 'anything-but': 'Pakistan' }] } }],
    ['anything but numbers', { detail: { score: [{ 'anything-but': [1, 2] }] } }],
    ['anything but a prefix', { detail: { name: [{ 'anything-but': { prefix: 'Pak' } }] } }],
    ['anything but a wildcard', { detail: { path: [{ 'anything-but': { wildcard: 'us/*' } }] } }],
    ['a range of numbers', { detail: { score: [{ numeric: ['>', 0, '<=', 4] }] } }],
    ['a number', { detail: { score: [{ numeric: ['=', 4] }] } }],
    ['a field that is there', { detail: { name: [{ exists: true }] } }],
    ['a field that is not there', { detail: { absent: [{ exists: false }] } }],
    ['a field absent from an absent parent', { detail: { absent: { deep: [{ exists: false }] } } }],
    ['either of two patterns', { $or: [{ source: ['other'] }, { detail: { score: [4] } }] }],
    ['one element of a list as a whole', { detail: { parties: { code: ['PAK'], role: ['host'] } } }],
  ])('matches %s', (_name, pattern) => {
    expect(eventPattern(pattern)(event)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['another value', { source: ['other'] }],
    ['one field of two', { source: ['chancery'], detail: { score: [5] } }],
    ['a number written as text', { detail: { score: ['4'] } }],
    ['text in another case', { detail: { name: ['bangladesh'] } }],
    ['a field that is missing', { detail: { absent: ['x'] } }],
    ['anything but, when the field is missing', { detail: { absent: [{ 'anything-but': 'x' }] } }],
    ['anything but the value it has', { detail: { name: [{ 'anything-but': ['Bangladesh'] }] } }],
    ['a number outside the range', { detail: { score: [{ numeric: ['>', 4] }] } }],
    ['a range, for text', { detail: { name: [{ numeric: ['>', 0] }] } }],
    ['exists false, for a field that is there', { detail: { name: [{ exists: false }] } }],
    ['exists, for a field that is an object', { detail: [{ exists: true }] }],
    ['a wildcard that does not span', { detail: { path: [{ wildcard: 'eu/*/two' }] } }],
    ['fields of two different elements', { detail: { parties: { code: ['BGD'], role: ['host'] } } }],
    ['neither of two patterns', { $or: [{ source: ['a'] }, { source: ['b'] }] }],
  ])('does not match %s', (_name, pattern) => {
    expect(eventPattern(pattern)(event)).toBe(false);
  });

  it('takes an escaped star for a star', () => {
    const pattern = eventPattern({ name: [{ wildcard: String.raw`a\*b*` }] });
    expect([pattern({ name: 'a*bc' }), pattern({ name: 'axbc' })]).toEqual([true, false]);
  });

  it.each([
    [{ source: 'chancery' }],
    [{ source: [{ regex: '.*' }] }],
    [{ source: [{ numeric: ['~', 1] }] }],
    [{ source: [{ prefix: 5 }] }],
  ])('is refused when it is not understood: %j', (pattern) => {
    expect(() => eventPattern(pattern)).toThrow(Refusal);
  });
});
