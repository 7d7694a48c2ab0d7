/**
 * The periods in which a state existed (first and last day, `YYYY-MM-DD`; absent: no such bound), and the codes of its
 * predecessors and successors.
 */
export interface StatePeriods {
  readonly periods: readonly { readonly from?: string; readonly to?: string }[];
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

/** A state that no longer exists and has no code of ISO 3166. */
export interface ExtinctState extends StatePeriods {
  readonly name: string;
  /** Its other names, as lists write them. */
  readonly names?: readonly string[];
}

/**
 * Lists extinct states under codes of this project. The choice follows the state lists of the Correlates of War (State
 * System Membership, v2016) and of Gleditsch and Ward (1999, with later revisions), which count from 1816; Hyderabad is
 * from UCDP. The days are of another kind than theirs: those of the act that founded the state, and of the union,
 * annexation or dissolution that ended it. A line each:
 * `<code without x->|<first day>/<last day>|<successors>|<name>|<other names>`, without a first day where it is older.
 */
const lines = `
austriahungary|/1918-11-12|AUT HUN CSK YUG|Austria-Hungary|Austria Hungary|Austrian Empire
baden|/1871-01-18|DEU|Baden
bavaria|/1871-01-18|DEU|Bavaria
centralamerica|1823-07-01/1841-01-31|CRI GTM HND NIC SLV|Federal Republic of Central America|United Provinces of Central America
grancolombia|1819-12-17/1831-11-19|COL ECU VEN|Gran Colombia|Great Colombia
hanover|/1866-09-20|x-prussia|Hanover
hessedarmstadt|/1871-01-18|DEU|Hesse-Darmstadt|Hesse Grand Ducal|Hesse-Darmstadt (Ducal)
hessekassel|/1866-09-20|x-prussia|Hesse-Kassel|Hesse Electoral|Hesse-Kassel (Electoral)
hyderabad|/1948-09-17|IND|Hyderabad
koreanempire|/1910-08-29|JPN KOR PRK|Korean Empire
mecklenburg|/1871-01-18|DEU|Mecklenburg-Schwerin
modena|/1860-03-18|x-sardinia|Modena
northvietnam|1945-09-02/1976-07-02|VNM|North Vietnam|Democratic Republic of Vietnam|Vietnam, Democratic Republic of|Vietnam, North
northyemen|1918-10-30/1990-05-22|YEM|North Yemen|Yemen Arab Republic|Yemen (Arab Republic of Yemen)|Yemen, North
orangefreestate|1854-02-23/1902-05-31|ZAF|Orange Free State
ottoman|/1923-10-29|TUR|Ottoman Empire|Turkey (Ottoman Empire)
papalstates|/1870-09-20|ITA VAT|Papal States
parma|/1860-03-18|x-sardinia|Parma
prussia|/1871-01-18|DEU|Prussia
sardinia|/1861-03-17|ITA|Sardinia|Sardinia-Piedmont|Piedmont-Sardinia
saxony|/1871-01-18|DEU|Saxony
southvietnam|1949-03-08/1975-04-30|VNM|South Vietnam|Republic of Vietnam|Vietnam, Republic of|Vietnam, South
tibet|1913-02-13/1951-05-23|CHN|Tibet
transvaal|1852-01-17/1902-05-31|ZAF|Transvaal|South African Republic
tuscany|/1860-03-22|x-sardinia|Tuscany
twosicilies|/1861-02-13|x-sardinia|Two Sicilies|Kingdom of the Two Sicilies
uar|1958-02-22/1961-09-29|EGY SYR|United Arab Republic|UAR
wurttemberg|/1871-01-18|DEU|Württemberg|Wuerttemburg|Wurtemberg
zanzibar|1963-12-10/1964-04-26|TZA|Zanzibar
`;

export const extinctStates: Readonly<Record<string, ExtinctState>> = Object.fromEntries(
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', days = '', after = '', name = '', ...names] = line.split('|');
      const [from = '', to = ''] = days.split('/');
      return [`x-${code}`, { name, periods: [{ ...(from !== '' && { from }), to }], after: after.split(' '), names }];
    }),
);
