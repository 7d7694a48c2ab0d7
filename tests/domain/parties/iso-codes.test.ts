import { expect, it } from 'vitest';
import library from 'i18n-iso-countries/codes.json' with { type: 'json' };
import { isoCodes } from '#shared/domain/parties/iso-codes.ts';

it('the codes of ISO 3166-1 are those of the library but the user-assigned one of Kosovo', () => {
  const sorted = (codes: readonly (readonly string[])[]) => codes.map((one) => one.join(' ')).toSorted();
  const listed = library.filter(([alpha2]) => alpha2 !== 'XK').map((codes) => codes.slice(0, 3));
  expect(sorted(isoCodes)).toEqual(sorted(listed));
});
