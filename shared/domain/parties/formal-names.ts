/**
 * Names of parties as lists write them, beyond those of ISO 3166-1: the formal names of the UN's member states
 * (terminology of the UN, M49), those of ICEWS and CAMEO (GDELT's CAMEO.country.txt), of the state lists of the
 * Correlates of War and of Gleditsch and Ward, and of the US Department of State, and the abbreviations of
 * organisations; a line each, after the party's code.
 */
const lines = `
BOL|Bolivia (Plurinational State of)|Plurinational State of Bolivia
IRN|Iran (Islamic Republic of)|Islamic Republic of Iran|Iran (Persia)|Persia
VEN|Venezuela (Bolivarian Republic of)|Bolivarian Republic of Venezuela
FSM|Micronesia (Federated States of)
MDA|Republic of Moldova
PRK|Democratic People's Republic of Korea|Korea, North|DPRK|Korea, People's Republic of
KOR|Republic of Korea|Korea, South|ROK|Korea, Republic of
GBR|United Kingdom of Great Britain and Northern Ireland
USA|United States of America
VNM|Viet Nam|Socialist Republic of Vietnam
LAO|Lao People's Democratic Republic
SYR|Syrian Arab Republic
TZA|United Republic of Tanzania|Tanzania/Tanganyika|Tanganyika
PSE|Palestinian Territory, Occupied|Palestinian Authority|State of Palestine|Palestinian National Authority
NLD|Netherlands, The|Netherlands (Kingdom of the)|Kingdom of the Netherlands
BHS|Bahamas, The|Commonwealth of the Bahamas
GMB|Gambia, The|Republic of the Gambia
IRL|Republic of Ireland
DNK|Kingdom of Denmark
DEU|German Federal Republic|Federal Republic of Germany|Germany (Prussia)
DDR|GDR
CHN|PRC|People's Republic of China
COD|Zaire|Democratic Republic of the Congo|Congo, Democratic Republic of the|Congo, Democratic Republic of (Zaire)
COG|Congo, Republic of the|Republic of the Congo|People's Republic of the Congo
MKD|FYROM|Republic of North Macedonia|Macedonia (Former Yugoslav Republic of)|Macedonia (FYROM/North Macedonia)
RUS|Russian Federation|Russia (Soviet Union)
CIV|Cote d'Ivoire|Ivory Coast|Cote d'Ivoire (Ivory Coast)
TUR|Türkiye|Republic of Türkiye
CZE|Czech Republic|Czechia
SWZ|Eswatini|Kingdom of Eswatini|Swaziland
BRN|Brunei Darussalam
TLS|Timor-Leste
FRO|Faeroe Islands
KNA|Saint Kitts-Nevis
VGB|British Virgin Islands
VIR|United States Virgin Islands
WLF|Wallis and Futuna Islands
SJM|Svalbard and Jan Mayen Islands
LKA|Ceylon|Sri Lanka (Ceylon)
KHM|Kampuchea|Cambodia (Kampuchea)
BFA|Upper Volta|Burkina Faso (Upper Volta)
BEN|Dahomey|Benin (Dahomey)
ZWE|Rhodesia|Zimbabwe (Rhodesia)
ROU|Rumania
ITA|Italy/Sardinia
MMR|Myanmar (Burma)
MDG|Madagascar (Malagasy)|Malagasy Republic
BLR|Belarus (Byelorussia)|Byelorussia
KGZ|Kyrgyz Republic
SUR|Surinam
YMD|Yemen, People's Republic of|Yemen People's Republic|South Yemen
THA|Siam|Thailand (Siam)
ETH|Abyssinia|Ethiopia (Abyssinia)
JOR|Transjordan
LBY|Libyan Arab Jamahiriya
EGY|Arab Republic of Egypt
x-un|UN|UN Security Council|United Nations Security Council
x-eu|EU
x-nato|NATO
x-asean|ASEAN
x-au|AU
x-kosovo|Republic of Kosovo
`;

/** The formal names by the party's code. */
export const formalNames: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', ...names] = line.split('|');
      return [code, names];
    }),
);
