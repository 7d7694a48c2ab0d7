import { describe, expect, it } from 'vitest';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { canonicalParty, codeLists, partyCodes } from '#shared/domain/parties/party-aliases.ts';
import { violationsOf } from '#shared/api/protocol/violations-of.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { samplePost } from '#tests/support/sample-event.ts';

/** What a request with a text as its party is told. */
const messageOf = (text: unknown) => {
  const { error } = PartyCode.safeParse(text);
  return error && violationsOf(error, 'body')[0]?.detail;
};

describe('an alias of a party', () => {
  it.each([
    ['its code in other case', 'bgd', 'BGD'],
    ['its code in other case', 'X-UN', 'x-un'],
    ['a former ISO code', 'ROM', 'ROU'],
    ['an ISO alpha-2 code', 'iso2:BD', 'BGD'],
    ['an ISO numeric code', 'isonum:050', 'BGD'],
    ['a FIPS 10-4 code', 'fips:BG', 'BGD'],
    ['a FIPS 10-4 code that is another state in ISO', 'fips:CH', 'CHN'],
    ['an ISO code that is another state in FIPS', 'iso2:CH', 'CHE'],
    ['a Correlates of War number', 'cow:771', 'BGD'],
    ['a CAMEO country code', 'cameo:ROM', 'ROU'],
    ['a CAMEO country code that is the ISO one', 'cameo:BGD', 'BGD'],
    ['a CAMEO known group', 'cameo:UNO', 'x-un'],
    ['an English name', 'Bangladesh', 'BGD'],
    ['an older name', 'Burma', 'MMR'],
    ['a short name', 'South Korea', 'KOR'],
    ['a common abbreviation', 'DR Congo', 'COD'],
    ['a name with an article', 'The Gambia', 'GMB'],
    ['a name in other case and accents', 'COTE D’IVOIRE', 'CIV'],
    ['a name with an abbreviated saint', 'St. Lucia', 'LCA'],
    ['the name of an organisation', 'European Union', 'x-eu'],
    ['a state that is no more', 'Soviet Union', 'SUN'],
  ])('is %s: %s', (_, alias, code) => {
    expect(PartyCode.parse(alias)).toBe(code);
  });

  it('is recorded as the canonical code wherever a party is named', () => {
    const event = NewEvent.parse({
      type: 'MeetingHeld',
      ...samplePost,
      participants: [{ party: 'cow:771', role: 'participant' }, { party: 'Pakistan', role: 'participant' }], // prettier-ignore
      thirdParties: ['India'],
      place: { country: 'iso2:AE' },
    });
    expect(event).toMatchObject({
      participants: [{ party: 'BGD' }, { party: 'PAK' }],
      thirdParties: ['IND'],
      place: { country: 'ARE' },
    });
    expect(NewEvent.parse({ type: 'EventDenied', of: 'relation.BGD-PAK.1', by: 'Pakistan' })).toMatchObject({
      by: 'PAK',
    });
  });

  it('names a party that exists, in every list', () => {
    for (const list of Object.values(codeLists)) {
      const parties = list();
      expect([...parties.values()].filter((code) => !partyCodes.has(code))).toEqual([]);
      expect(parties.size).toBeGreaterThan(190);
    }
  });
});

describe('a name of the UN, of ICEWS, CAMEO, the Correlates of War or the State Department', () => {
  it.each([
    ['Viet Nam', 'VNM'],
    ['Iran (Islamic Republic of)', 'IRN'],
    ['Bolivia (Plurinational State of)', 'BOL'],
    ['Venezuela (Bolivarian Republic of)', 'VEN'],
    ['Republic of Moldova', 'MDA'],
    ["Democratic People's Republic of Korea", 'PRK'],
    ['United Kingdom of Great Britain and Northern Ireland', 'GBR'],
    ['Palestinian Territory, Occupied', 'PSE'],
    ['Korea, North', 'PRK'],
    ['Korea, South', 'KOR'],
    ['Netherlands, The', 'NLD'],
    ['Bahamas, The', 'BHS'],
    ['Republic of Ireland', 'IRL'],
    ['Kingdom of Denmark', 'DNK'],
    ['German Federal Republic', 'DEU'],
    ['EU', 'x-eu'],
    ['UN', 'x-un'],
    ['UN Security Council', 'x-un'],
    ['NATO', 'x-nato'],
    ['ASEAN', 'x-asean'],
    ['AU', 'x-au'],
    ['DPRK', 'PRK'],
    ['PRC', 'CHN'],
    ['GDR', 'DDR'],
    ['Zaire', 'COD'],
    ['FYROM', 'MKD'],
    ['Palestinian Authority', 'PSE'],
  ])('is taken: %s', (name, code) => {
    expect(canonicalParty(name)).toBe(code);
  });
});

describe('what is no party', () => {
  it('suggests the parties that have a code in some list', () => {
    expect(messageOf('BG')).toContain('did you mean "BGR" (iso2:BG) or "BGD" (fips:BG)?');
    expect(messageOf('771')).toContain('did you mean "BGD" (cow:771)?');
  });

  it.each([
    ['Bangladsh', '"BGD"'],
    ['Congo', '"COG" or "COD"'],
    ['XK', '"x-kosovo" (iso2:XK)'],
  ])('is answered with the nearest: %s', (text, meant) => {
    expect(messageOf(text)).toContain(`did you mean ${meant}?`);
  });

  it.each(['ZZZ', 'KOS', '', 'cow:999', 'fips:ZZ', 'un:50', 7])(
    'is answered without a guess when none is near: %j',
    (text) => {
      expect(messageOf(text)).toContain('expected an ISO 3166-1 alpha-3 code');
      expect(messageOf(text)).not.toContain('did you mean');
    },
  );
});
