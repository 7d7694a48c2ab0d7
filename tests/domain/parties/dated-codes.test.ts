import { describe, expect, it } from 'vitest';
import { withDatedParties } from '#shared/domain/events/with-dated-parties.ts';
import { extinctStates } from '#shared/domain/parties/extinct-states.ts';
import { canonicalParty, codeLists, partyCodes } from '#shared/domain/parties/party-aliases.ts';

describe('a number that stands for one state after another', () => {
  it.each([
    ['cow:365', '1914-08-01', 'RUS'],
    ['cow:365', '1922-12-30', 'SUN'],
    ['cow:365', '1991-12-25', 'SUN'],
    ['cow:365', '1991-12-26', 'RUS'],
    ['gw:365', '1985', 'SUN'],
    ['cow:345', '1914-06-28', 'SRB'],
    ['cow:345', '1999-03-24', 'YUG'],
    ['cow:345', '2003-02-04', 'SCG'],
    ['cow:345', '2010', 'SRB'],
    ['gw:340', '2010', 'SRB'],
    ['cow:640', '1900', 'x-ottoman'],
    ['cow:640', '1923-10-29', 'TUR'],
    ['cow:651', '1960', 'x-uar'],
    ['cow:816', '1968', 'x-northvietnam'],
    ['cow:817', '1968', 'x-southvietnam'],
    ['cow:678', '1968', 'x-northyemen'],
    ['gw:678', '1990-05-22', 'YEM'],
    ['cow:679', '1995', 'YEM'],
    ['cow:680', '1968', 'YMD'],
    ['cow:300', '1914', 'x-austriahungary'],
    ['cow:511', '1964', 'x-zanzibar'],
    ['cow:771', '1960', 'BGD'],
  ])('is that of the day: %s at %s', (code, day, party) => {
    expect(canonicalParty(code, day)).toBe(party);
  });

  it('is the last without a day', () => {
    expect(['cow:365', 'cow:345', 'cow:651', 'gw:678'].map((code) => canonicalParty(code))).toEqual([
      'RUS',
      'SRB',
      'EGY',
      'YEM',
    ]);
    expect(canonicalParty('gw:679')).toBeUndefined();
  });
});

describe('a posted event', () => {
  const event = (occurred: unknown) => ({
    type: 'MeetingHeld',
    occurred,
    participants: [{ party: 'cow:365', role: 'participant' }, { party: 'IND', role: 'participant' }, 7],
    thirdParties: ['gw:365'],
    place: { country: 'cow:365', city: 'Tashkent' },
  });

  it('names the state of its first possible day, or else of its last', () => {
    for (const occurred of ['1966-01-04', '1991', '../1985']) {
      expect(withDatedParties(event(occurred))).toEqual({
        ...event(occurred),
        participants: [{ party: 'SUN', role: 'participant' }, { party: 'IND', role: 'participant' }, 7],
        thirdParties: ['SUN'],
        place: { country: 'SUN', city: 'Tashkent' },
      });
    }
    expect(withDatedParties(event('1992'))).toMatchObject({ thirdParties: ['RUS'] });
  });

  it.each([[event('never')], [event(7)], [event(undefined)], [null], ['text'], [[event('1985')]]])(
    'is left to be refused where it is none: %j',
    (posted) => {
      expect(withDatedParties(posted)).toBe(posted);
    },
  );
});

describe('an extinct state', () => {
  it.each([
    ['South Vietnam', 'x-southvietnam'],
    ['Vietnam, Democratic Republic of', 'x-northvietnam'],
    ['Yemen Arab Republic', 'x-northyemen'],
    ['United Arab Republic', 'x-uar'],
    ['UAR', 'x-uar'],
    ['Zanzibar', 'x-zanzibar'],
    ['Austria-Hungary', 'x-austriahungary'],
    ['Turkey (Ottoman Empire)', 'x-ottoman'],
    ['Wuerttemburg', 'x-wurttemberg'],
    ['South Yemen', 'YMD'],
    ['Russia (Soviet Union)', 'RUS'],
    ['Italy/Sardinia', 'ITA'],
    ['Rumania', 'ROU'],
    ['Congo, Democratic Republic of (Zaire)', 'COD'],
  ])('is taken by its name, and so are others as the lists write them: %s', (name, code) => {
    expect(canonicalParty(name)).toBe(code);
  });

  it('has a code of its own, successors that are known, and an end', () => {
    for (const [code, { periods, after = [] }] of Object.entries(extinctStates)) {
      expect(partyCodes.has(code)).toBe(true);
      expect(after.filter((party) => !partyCodes.has(party))).toEqual([]);
      expect(periods.every(({ from = '', to = '' }) => from < to && /^\d{4}-\d\d-\d\d$/.test(to))).toBe(true);
    }
  });
});

/** The known groups of CAMEO, without `CMN` (communists of whatever kind). */
const groups =
  'AAM ABD ACC ADB AEU AFB ALQ AMF AML AMN AMU ANO APE ARL ASL ASN ATD BCA BIS BTH CEM CFA CIS COE CPA CPC CRC CSS CWN DFL EBR ECA EEC EFT ENN FAO FID FIS FLN FTA GCC GIA GOE GOS GSP GSS HCH HCR HEZ HIP HMS HRW IAC IAD IAE IAF ICC ICG ICJ ICO IDB IGC IHF ILO IMF IOM IPU IRC ISJ ITP JUR KDP KID LBA LKD MBR MRZ MSF MSP NAT NEP NON OAS OAU OIC OPC PAP PFL PLF PLO PLS PMD PRC PSE RCR RND SAA SAD SCE SHA SOT TAL UEM UNO WAD WAM WAS WBK WCT WEF WFP WHO WTO XFM'; // prettier-ignore

it('every known group of CAMEO is a party', () => {
  expect(groups.split(' ').filter((code) => !codeLists.cameo().has(code))).toEqual([]);
});
