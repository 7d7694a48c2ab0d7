import { expect, it } from 'vitest';
import { accepts, csvMediaType } from '#shared/api/protocol/record-media-types.ts';
import { request } from '#tests/support/requests.ts';

it.each([
  ['text/csv', true],
  ['text/html, Text/CSV;q=0.5', true],
  ['text/csv, application/json', true],
  ['application/json, text/csv;q=0.9', false],
  ['text/csv;q=0.1, application/json;q=0.2', false],
  ['text/csv;q=0', false],
  ['text/csv;q=much', false],
  ['text/csvs', false],
  ['*/*', false],
  ['text/*', true],
  ['text/*, application/json', false],
  ['text/*;q=0.5, */*', false],
  ['text/csv;q=0, text/*', false],
  ['', false],
])('a list is CSV for who asks for that and likes JSON no better: %s', (accept, expected) => {
  expect(accepts(request({ headers: { accept } }), csvMediaType)).toBe(expected);
});
