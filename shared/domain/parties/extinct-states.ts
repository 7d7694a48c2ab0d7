/** When a state was there (first and last day, `YYYY-MM-DD`; absent: no such bound), and which codes stand for it before and after. */
export interface StatePeriods {
  readonly periods: readonly { readonly from?: string; readonly to?: string }[];
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

/** A state that is no more and has no code of ISO 3166, with its days and what stands for its land before and after. */
export interface ExtinctState extends StatePeriods {
  readonly name: string;
  /** Other names of it, as lists write them. */
  readonly names?: readonly string[];
}

const ended = (name: string, to: string, after: string, ...names: string[]): ExtinctState => ({
  name,
  periods: [{ to }],
  after: after.split(' '),
  names,
});
const lasted = (name: string, days: string, after: string, ...names: string[]): ExtinctState => {
  const [from = '', to = ''] = days.split('/');
  return { name, periods: [{ from, to }], after: after.split(' '), names };
};

/**
 * Extinct states by codes of our own. Which there are follows the state lists of the Correlates of War (State System
 * Membership, v2016) and of Gleditsch and Ward (1999, with later revisions), which count from 1816; the days are those on
 * which the state itself, or its union with another, took effect.
 */
export const extinctStates: Readonly<Record<string, ExtinctState>> = {
  'x-austriahungary': ended('Austria-Hungary', '1918-11-12', 'AUT HUN CSK YUG', 'Austria Hungary', 'Austrian Empire'),
  'x-baden': ended('Baden', '1871-01-18', 'DEU'),
  'x-bavaria': ended('Bavaria', '1871-01-18', 'DEU'),
  'x-centralamerica': lasted('Federal Republic of Central America', '1823-07-01/1841-01-31', 'CRI GTM HND NIC SLV', 'United Provinces of Central America'),
  'x-grancolombia': lasted('Gran Colombia', '1819-12-17/1831-11-19', 'COL ECU VEN', 'Great Colombia'),
  'x-hanover': ended('Hanover', '1866-09-20', 'x-prussia'),
  'x-hessedarmstadt': ended('Hesse-Darmstadt', '1871-01-18', 'DEU', 'Hesse Grand Ducal', 'Hesse-Darmstadt (Ducal)'),
  'x-hessekassel': ended('Hesse-Kassel', '1866-09-20', 'x-prussia', 'Hesse Electoral', 'Hesse-Kassel (Electoral)'),
  'x-hyderabad': ended('Hyderabad', '1948-09-17', 'IND'),
  'x-koreanempire': ended('Korean Empire', '1910-08-29', 'JPN KOR PRK'),
  'x-mecklenburg': ended('Mecklenburg-Schwerin', '1871-01-18', 'DEU'),
  'x-modena': ended('Modena', '1860-03-18', 'x-sardinia'),
  'x-northvietnam': lasted('North Vietnam', '1945-09-02/1976-07-02', 'VNM', 'Democratic Republic of Vietnam', 'Vietnam, Democratic Republic of', 'Vietnam, North'),
  'x-northyemen': lasted('North Yemen', '1918-10-30/1990-05-22', 'YEM', 'Yemen Arab Republic', 'Yemen (Arab Republic of Yemen)', 'Yemen, North'),
  'x-orangefreestate': lasted('Orange Free State', '1854-02-23/1902-05-31', 'ZAF'),
  'x-ottoman': ended('Ottoman Empire', '1923-10-29', 'TUR', 'Turkey (Ottoman Empire)'),
  'x-papalstates': ended('Papal States', '1870-09-20', 'ITA VAT'),
  'x-parma': ended('Parma', '1860-03-18', 'x-sardinia'),
  'x-prussia': ended('Prussia', '1871-01-18', 'DEU'),
  'x-sardinia': ended('Sardinia', '1861-03-17', 'ITA', 'Sardinia-Piedmont', 'Piedmont-Sardinia'),
  'x-saxony': ended('Saxony', '1871-01-18', 'DEU'),
  'x-southvietnam': lasted('South Vietnam', '1949-03-08/1975-04-30', 'VNM', 'Republic of Vietnam', 'Vietnam, Republic of', 'Vietnam, South'),
  'x-tibet': lasted('Tibet', '1913-02-13/1951-05-23', 'CHN'),
  'x-transvaal': lasted('Transvaal', '1852-01-17/1902-05-31', 'ZAF', 'South African Republic'),
  'x-tuscany': ended('Tuscany', '1860-03-22', 'x-sardinia'),
  'x-twosicilies': ended('Two Sicilies', '1861-02-13', 'x-sardinia', 'Kingdom of the Two Sicilies'),
  'x-uar': lasted('United Arab Republic', '1958-02-22/1961-09-29', 'EGY SYR', 'UAR'),
  'x-wurttemberg': ended('Württemberg', '1871-01-18', 'DEU', 'Wuerttemburg', 'Wurtemberg'),
  'x-zanzibar': lasted('Zanzibar', '1963-12-10/1964-04-26', 'TZA'),
}; // prettier-ignore
