/** States that are no more, by the alpha-3 code that ISO 3166-1 gave them (ISO 3166-3). They stay parties: of what happened in their time. */
export const formerStates: Readonly<Record<string, string>> = {
  ANT: 'Netherlands Antilles',
  CSK: 'Czechoslovakia',
  DDR: 'German Democratic Republic',
  SCG: 'Serbia and Montenegro',
  SUN: 'Soviet Union',
  YMD: "People's Democratic Republic of Yemen",
  YUG: 'Yugoslavia',
};

/** Former alpha-3 codes of states that only changed their name (ISO 3166-3), as `code:party`; ISO gives none of them to anybody else. */
export const formerCodes = 'BUR:MMR BYS:BLR DHY:BEN HVO:BFA NHB:VUT RHO:ZWE ROM:ROU TMP:TLS ZAR:COD';
