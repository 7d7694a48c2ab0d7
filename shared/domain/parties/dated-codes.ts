/** The dated numbers that both lists have. */
const both = {
  255: 'x-prussia<1871-01-18 DEU',
  325: 'x-sardinia<1861-03-17 ITA',
  365: 'RUS<1922-12-30 SUN<1991-12-26 RUS',
  640: 'x-ottoman<1923-10-29 TUR',
  651: 'EGY<1958-02-22 x-uar<1961-09-29 EGY',
  816: 'x-northvietnam<1976-07-02 VNM',
};

/**
 * Lists the numbers of the Correlates of War and of Gleditsch and Ward that mean different states at different times,
 * as `number: party<day party<day party`: each party until the day before. Without a date a number means the last.
 */
const dated: Readonly<Record<'cow' | 'gw', Readonly<Record<string, string>>>> = {
  cow: { ...both, 345: 'SRB<1918-12-01 YUG<2003-02-04 SCG<2006-06-05 SRB' },
  gw: { ...both, 345: 'YUG<2003-02-04 SCG', 678: 'x-northyemen<1990-05-22 YEM' },
};

interface Until {
  readonly party: string;
  /** The first day of the next party; absent: this is the last. */
  readonly until?: string | undefined;
}

const untils = (text: string): Until[] =>
  text.split(' ').map((one) => {
    const [party = '', until] = one.split('<');
    return { party, until };
  });

/** Returns the party of a dated number on a day (`YYYY-MM-DD`); `undefined`: the number is not dated. */
export function datedParty(list: string, code: string, day: string): string | undefined {
  const parties = list === 'cow' || list === 'gw' ? dated[list][code] : undefined;
  return parties === undefined ? undefined : untils(parties).find(({ until }) => until === undefined || day < until)?.party;
} // prettier-ignore

/** Returns the dated numbers of a list, each with the party that it means without a date. */
export const lastParties = (list: keyof typeof dated): [code: string, party: string][] =>
  Object.entries(dated[list]).map(([code, parties]) => [code, untils(parties).at(-1)?.party ?? '']);
