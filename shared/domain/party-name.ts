import isoCodes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import { declaredParties } from './declared-parties.ts';

const names = new Map<string, string>(Object.entries(declaredParties).map(([code, { name }]) => [code, name]));
const englishNames: Readonly<Record<string, string | readonly string[]>> = english.countries;
for (const [alpha2 = '', alpha3 = ''] of isoCodes) {
  const name = englishNames[alpha2] ?? alpha3;
  names.set(alpha3, typeof name === 'string' ? name : (name[0] ?? alpha3));
}

/** The English name of a party; the code itself when it is none. */
export const partyName = (code: string): string => names.get(code) ?? code;
