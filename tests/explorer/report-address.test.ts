import { expect, it } from 'vitest';
import { addressOf } from '#functions/explorer/page/report-address.ts';

it('a report is a link by its address, or by a reference that is one, and by nothing else', () => {
  expect(addressOf({ url: 'https://example.org/1', reference: '7' })).toBe('https://example.org/1');
  expect(addressOf({ reference: 'http://example.org/2' })).toBe('http://example.org/2');
  expect(addressOf({ reference: '7553031' })).toBeUndefined();
  expect(addressOf({ url: 'javascript:alert(1)' })).toBeUndefined();
  expect(addressOf({})).toBeUndefined();
});
