import { extinctStates, type StatePeriods } from './extinct-states.ts';

const since = (from: string, ...before: string[]): StatePeriods => ({ periods: [{ from }], before });

/** A republic of the Soviet Union, which was founded on 30 December 1922; what there was before is not judged. */
const outOfSoviet = (from: string): StatePeriods => ({ periods: [{ to: '1922-12-29' }, { from }], before: ['SUN'] });

/**
 * States that came out of another one, or became parts of others, where a wrong code would hide or double what
 * happened. The first day is the one that the state itself counts from (its lasting declaration of independence, or the
 * day that this took effect); the codes that ended are those of ISO 3166-3. Former colonies are not listed: their codes
 * stood for the territory before. Nor are states whose continuity others kept recognising (the Baltic ones), or that
 * had a seat in the United Nations before (Belarus, Ukraine).
 */
export const statePeriods: Readonly<Record<string, StatePeriods>> = {
  // The proclamation of 10 April 1971 took effect on 26 March; the victory, from which the Correlates of War count, is
  // of 16 December.
  BGD: since('1971-03-26', 'PAK'),
  ERI: since('1993-05-24', 'ETH'),
  SGP: since('1965-08-09', 'MYS', 'GBR'),
  SSD: since('2011-07-09', 'SDN'),
  TLS: since('2002-05-20', 'IDN'),

  SUN: {
    periods: [{ from: '1922-12-30', to: '1991-12-26' }],
    before: ['RUS'],
    after: 'RUS ARM AZE BLR EST GEO KAZ KGZ LTU LVA MDA TJK TKM UKR UZB'.split(' '),
  },
  // Counted from the declaration of sovereignty, so that treaties of the last Soviet year have a place.
  RUS: outOfSoviet('1990-06-12'),
  ARM: outOfSoviet('1991-09-21'),
  AZE: outOfSoviet('1991-08-30'),
  GEO: outOfSoviet('1991-04-09'),
  KAZ: outOfSoviet('1991-12-16'),
  KGZ: outOfSoviet('1991-08-31'),
  MDA: outOfSoviet('1991-08-27'),
  TJK: outOfSoviet('1991-09-09'),
  TKM: outOfSoviet('1991-10-27'),
  UZB: outOfSoviet('1991-08-31'),

  YUG: { periods: [{ from: '1918-12-01', to: '2003-02-04' }], before: ['SRB', 'MNE'], after: ['SCG'] },
  SCG: { periods: [{ from: '2003-02-04', to: '2006-06-05' }], before: ['YUG'], after: ['SRB', 'MNE'] },
  SRB: { periods: [{ to: '1918-12-01' }, { from: '2006-06-05' }], before: ['YUG', 'SCG'] },
  MNE: { periods: [{ to: '1918-12-01' }, { from: '2006-06-03' }], before: ['YUG', 'SCG'] },
  BIH: since('1992-03-01', 'YUG'),
  HRV: since('1991-06-25', 'YUG'),
  MKD: since('1991-09-08', 'YUG'),
  SVN: since('1991-06-25', 'YUG'),

  CSK: { periods: [{ from: '1918-10-28', to: '1992-12-31' }], after: ['CZE', 'SVK'] },
  CZE: since('1993-01-01', 'CSK'),
  SVK: since('1993-01-01', 'CSK'),
  DDR: { periods: [{ from: '1949-10-07', to: '1990-10-03' }], before: ['DEU'], after: ['DEU'] },
  YMD: { periods: [{ from: '1967-11-30', to: '1990-05-22' }], before: ['GBR'], after: ['YEM'] },
  ...extinctStates,

  ANT: { periods: [{ from: '1954-12-15', to: '2010-10-10' }], after: ['CUW', 'SXM', 'BES'] },
};
