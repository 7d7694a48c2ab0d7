import { expect, it } from 'vitest';
import { dyadSuggestion } from '#shared/domain/parties/dyad-suggestion.ts';

it.each([
  ['BGD-XXX', '; "XXX" is no party'],
  ['BGX-PAK', '; "BGX" is no party; did you mean "BGD" or "BGR"?'],
  ['Bangladesch-PAK', '; "Bangladesch" is no party; did you mean "BGD"?'],
  ['x-un-XXX', '; "XXX" is no party'],
  ['Bangladesh-Pakistan', '; did you mean "BGD-PAK"?'],
  ['BGD-BGD', '; these are one party'],
  ['BGD', ''],
  ['', ''],
])('says what keeps "%s" from being a dyad', (text, said) => {
  expect(dyadSuggestion(text)).toBe(said);
});
