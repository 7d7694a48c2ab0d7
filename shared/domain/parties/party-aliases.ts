import { cameoCountryCodes } from './cameo-country-codes.ts';
import { cowCodes, gwCodes, onlyCow } from './cow-codes.ts';
import { datedParty, lastParties } from './dated-codes.ts';
import { declaredParties } from './declared-parties.ts';
import { fipsCodes } from './fips-codes.ts';
import { formerCodes, formerStates } from './former-states.ts';
import { isoCodes } from './iso-codes.ts';
import { lazily } from '#shared/domain/lazily.ts';
import { partyOfName } from './party-name.ts';

/** The user-assigned code of Kosovo, which ISO 3166-1 does not list. */
const userAssigned = 'XK';

const alpha3 = isoCodes.map(([, code]) => code);

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
 * Parties by their code in a list of codes; a code needs its list, since the lists contradict each other. A list is
 * read when it is first needed: most texts are canonical codes.
 */
export const codeLists = {
  iso2: lazily(() => new Map([...isoCodes.map(([code, party]) => [code, party] as const), [userAssigned, 'x-kosovo']])),
  isonum: lazily(() => new Map(isoCodes.map(([, party, code]) => [code, party]))),
  fips: lazily(() => table(fipsCodes)),
  cow: lazily(() => new Map([...table(cowCodes), ...lastParties('cow')])),
  gw: lazily(() => {
    const both = [...table(cowCodes)].filter(([code]) => !onlyCow.has(code));
    return new Map([...both, ...table(gwCodes), ...lastParties('gw')]);
  }),
  cameo: lazily(() => {
    const declared = Object.entries(declaredParties).flatMap(([code, { cameo }]) =>
      (cameo?.split(' ') ?? []).map((one) => [one, code] as const),
    );
    const same = [...alpha3, ...Object.keys(formerStates)].flatMap((code) =>
      code.startsWith('x-') ? [] : [[code, code] as const],
    );
    return new Map([...declared, ...same, ...table(cameoCountryCodes)]);
  }),
} as const satisfies Record<string, () => ReadonlyMap<string, string>>;
export type CodeList = keyof typeof codeLists;

const isCodeList = (name: string): name is CodeList => Object.hasOwn(codeLists, name);

/**
 * Returns the canonical code of a party for a text of reporters or importers: the code itself, also in other case; a
 * former alpha-3 code; a code with its list, such as `fips:BG`, `cow:771`, `gw:771`, `cameo:ROM`, `iso2:BD` or
 * `isonum:050`; an English name. A number that stands for one state after another is that of the day (`YYYY-MM-DD`), or
 * else the last. `undefined`: none of these.
 */
export function canonicalParty(text: string, day?: string): string | undefined {
  if (partyCodes.has(text)) return text;
  const [list = '', code] = text.split(':');
  if (code !== undefined) {
    const sought = code.trim().toUpperCase();
    const then = day === undefined ? undefined : datedParty(list, sought, day);
    return then ?? (isCodeList(list) ? codeLists[list]().get(sought) : undefined);
  }
  const [upper, lower] = [text.toUpperCase(), text.toLowerCase()];
  const inOtherCase = [upper, lower].find((each) => partyCodes.has(each)) ?? former().get(upper);
  return inOtherCase ?? partyOfName(text);
}
