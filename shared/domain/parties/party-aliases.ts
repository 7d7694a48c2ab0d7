import isoCodes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import { cameoCountryCodes } from './cameo-country-codes.ts';
import { cowCodes } from './cow-codes.ts';
import { declaredParties } from './declared-parties.ts';
import { fipsCodes } from './fips-codes.ts';
import { formerCodes, formerStates } from './former-states.ts';
import { lazily } from '#shared/domain/lazily.ts';
import { partyOfName } from './party-name.ts';

/** The library adds Kosovo under a user-assigned code that ISO 3166-1 does not list; here it is `x-kosovo`. */
const userAssigned = 'XK';

const states = isoCodes.filter(([alpha2]) => alpha2 !== userAssigned);
const alpha3 = states.map(([, code = '']) => code);

/** Every party's canonical code. */
export const partyCodes: ReadonlySet<string> = new Set([
  ...alpha3,
  ...Object.keys(formerStates),
  ...Object.keys(declaredParties),
]);

const table = (pairs: string): ReadonlyMap<string, string> =>
  new Map(
    pairs
      .trim()
      .split(/\s+/)
      .map((pair) => {
        const [code = '', party = ''] = pair.split(':');
        return [code, party];
      }),
  );

const former = lazily(() => table(formerCodes));

/**
 * Parties by their code in a list of codes; a code needs its list, since the lists contradict each other. A list is read when it is first
 * needed: most texts are canonical codes.
 */
export const codeLists = {
  iso2: lazily(
    () => new Map([...states.map(([code = '', party = '']) => [code, party] as const), [userAssigned, 'x-kosovo']]),
  ),
  isonum: lazily(() => new Map(states.map(([, party = '', code = '']) => [code, party]))),
  fips: lazily(() => table(fipsCodes)),
  cow: lazily(() => table(cowCodes)),
  cameo: lazily(() => {
    const declared = Object.entries(declaredParties).flatMap(([code, { cameo }]) =>
      cameo === undefined ? [] : [[cameo, code] as const],
    );
    const same = [...alpha3, ...Object.keys(formerStates)].map((code) => [code, code] as const);
    return new Map([...declared, ...same, ...table(cameoCountryCodes)]);
  }),
} as const satisfies Record<string, () => ReadonlyMap<string, string>>;
export type CodeList = keyof typeof codeLists;

const isCodeList = (name: string): name is CodeList => Object.hasOwn(codeLists, name);

/**
 * Returns the canonical code of a party for a text of reporters or importers: the code itself, also in other case; a
 * former alpha-3 code; a code with its list, such as `fips:BG`, `cow:771`, `cameo:ROM`, `iso2:BD` or `isonum:050`; an
 * English name. `undefined`: none of these.
 */
export function canonicalParty(text: string): string | undefined {
  if (partyCodes.has(text)) return text;
  const [list = '', code] = text.split(':');
  if (code !== undefined) return isCodeList(list) ? codeLists[list]().get(code.trim().toUpperCase()) : undefined;
  const [upper, lower] = [text.toUpperCase(), text.toLowerCase()];
  const inOtherCase = [upper, lower].find((each) => partyCodes.has(each)) ?? former().get(upper);
  return inOtherCase ?? partyOfName(text);
}
