import { extinctStates } from './extinct-states.ts';

/**
 * Former states by their alpha-3 code (ISO 3166-3), or by a code of our own. They stay parties to events of their time.
 */
export const formerStates: Readonly<Record<string, string>> = {
  ANT: 'Netherlands Antilles',
  CSK: 'Czechoslovakia',
  DDR: 'German Democratic Republic',
  SCG: 'Serbia and Montenegro',
  SUN: 'Soviet Union',
  YMD: "People's Democratic Republic of Yemen",
  YUG: 'Yugoslavia',
  ...Object.fromEntries(Object.entries(extinctStates).map(([code, { name }]) => [code, name])),
};

/**
 * Former alpha-3 codes of states that only changed their name (ISO 3166-3), as `code:party`; ISO gives none of them to
 * another state.
 */
export const formerCodes = 'BUR:MMR BYS:BLR DHY:BEN HVO:BFA NHB:VUT RHO:ZWE ROM:ROU TMP:TLS ZAR:COD';
