import { describe, expect, it } from 'vitest';
import { given } from '#tests/support/given.ts';
import { as, sampleEvent } from '#tests/support/sample-event.ts';

const stream = 'agreement/tripartite-1974';
const by =
  (type: string, own: object = {}) =>
  (occurred: string, parties: string, fields: object = {}) =>
    sampleEvent(type, {
      occurred,
      ...own,
      ...as(...parties.split(' ').map((party) => `${party}:signatory` as const)),
      ...fields,
    });
const negotiated = by('AgreementNegotiated');
const signed = by('AgreementSigned', { title: 'Tripartite agreement' });
const ratified = by('AgreementRatified');
const acceded = by('AgreementAcceded');
const inForce = by('AgreementEnteredIntoForce');
const reserved = by('AgreementReservationMade');
const amended = by('AgreementAmended');
const suspended = by('AgreementSuspended');
const resumed = by('AgreementResumed');
const denounced = by('AgreementDenounced');
const terminated = by('AgreementTerminated');

const signature = signed('1974', 'BGD PAK');

describe('an agreement', () => {
  it('goes its way, each party for itself', () => {
    const way = [
      negotiated('1973', 'BGD PAK'), signature, signed('1975', 'BGD PAK IND'), ratified('1976', 'BGD'), reserved('1976', 'BGD'),
      ratified('1977', 'PAK IND'), acceded('1978', 'LKA'), inForce('1979', 'BGD PAK IND'), inForce('1980', 'LKA'),
      amended('1985', 'BGD PAK'), suspended('1990', 'PAK'), resumed('1992', 'PAK'), suspended('1995', 'PAK'), denounced('1996', 'LKA'),
      acceded('1999', 'LKA'), terminated('2000', 'BGD PAK'),
    ]; // prettier-ignore
    for (const [index, step] of way.entries())
      expect(given(stream, ...way.slice(0, index)).when(step)).toBe('recorded');
  });

  it('may be known first by any step but its resumption', () => {
    for (const step of [
      negotiated,
      signed,
      ratified,
      acceded,
      inForce,
      reserved,
      amended,
      suspended,
      denounced,
      terminated,
    ]) {
      expect(given(stream).when(step('1974', 'BGD'))).toBe('recorded');
    }
  });

  it('records nothing when a step is reported again, in whatever order its parties are named', () => {
    for (const step of [signed, ratified, acceded, inForce, suspended, denounced, terminated]) {
      expect(given(stream, step('1974', 'BGD PAK')).when(step('1974', 'PAK BGD'))).toBe('[]');
    }
  });

  it('takes negotiations, reservations and amendments as often as they are reported', () => {
    for (const step of [negotiated, reserved, amended])
      expect(given(stream, step('1974', 'BGD')).when(step('1974', 'BGD'))).toBe('recorded');
  });

  it.each([
    ['signed', signed],
    ['ratified', ratified],
    ['acceded', acceded],
    ['in-force', inForce],
    ['denounced', denounced],
    ['terminated', terminated],
  ] as const)('is %s once by a party, whatever the other date', (name, step) => {
    for (const date of ['1973', '1975']) {
      expect(given(stream, step('1974', 'BGD PAK')).when(step(date, 'BGD'))).toBe(`agreement-already-${name}`);
    }
  });

  it('records a step that is new of one of its parties, and keeps the dates that are known', () => {
    const later = given(stream, signature, signed('1975', 'BGD IND'));
    expect(later.when(signature)).toBe('[]');
    expect(later.when(signed('1975', 'BGD'))).toBe('agreement-already-signed');
  });

  it('is ratified by its signatories only, once they are known; others accede', () => {
    expect(given(stream, ratified('1975', 'BGD')).when(signature)).toBe('recorded');
    expect(given(stream, signature).when(ratified('1975', 'IND'))).toBe('not-a-signatory');
    expect(given(stream, signature).when(acceded('1975', 'IND'))).toBe('recorded');
    expect(given(stream, ratified('1975', 'BGD')).when(acceded('1976', 'BGD'))).toBe('agreement-already-acceded');
  });

  it('is suspended and resumed in turn', () => {
    expect(given(stream, signature).when(resumed('1992', 'PAK'))).toBe('agreement-not-suspended');
    expect(given(stream, suspended('1990', 'PAK')).when(suspended('1991', 'PAK'))).toBe('agreement-already-suspended');
    expect(given(stream, suspended('1990', 'PAK')).when(suspended('1991', 'BGD'))).toBe('recorded');
    const over = given(stream, suspended('1990', 'PAK'), resumed('1992', 'PAK'));
    expect(over.when(resumed('1992', 'PAK'))).toBe('[]');
    expect(over.when(resumed('1993', 'PAK'))).toBe('agreement-already-resumed');
    expect(over.when(suspended('1989', 'PAK'))).toBe('recorded');
    expect(given(stream, suspended('1990', 'PAK'), resumed('1992', 'PAK'), suspended('1989', 'PAK')).when(suspended('1994', 'PAK'))).toBe('recorded'); // prettier-ignore
  });

  it('no longer binds who has denounced it, until it accedes anew', () => {
    const left = [signature, denounced('1980', 'PAK')];
    for (const step of [ratified, inForce, reserved, amended, suspended]) {
      expect(given(stream, ...left).when(step('1981', 'PAK'))).toBe('agreement-denounced');
      expect(given(stream, ...left).when(step('1981', 'BGD'))).toBe('recorded');
      expect(given(stream, ...left).when(step('1979', 'PAK'))).toBe('recorded');
    }
    expect(given(stream, ...left, acceded('1982', 'PAK')).when(inForce('1983', 'PAK'))).toBe('recorded');
  });

  it('binds until the denunciation takes effect', () => {
    const notice = denounced('1980-01', 'PAK', { effective: '1981-01' });
    expect(given(stream, signature, notice).when(suspended('1980-06', 'PAK'))).toBe('recorded');
    expect(given(stream, signature, notice).when(suspended('1981-06', 'PAK'))).toBe('agreement-denounced');
  });

  it('takes nothing after its termination but what happened before it', () => {
    const end = terminated('2000', 'BGD PAK', { effective: '2001' });
    for (const step of [negotiated, signed, ratified, acceded, inForce, reserved, amended, suspended, denounced]) {
      expect(given(stream, end).when(step('2002', 'BGD'))).toBe('agreement-terminated');
      expect(given(stream, end).when(step('2000', 'BGD'))).toBe('recorded');
    }
  });

  it('says what contradicts it', () => {
    const held = given(stream, signature, ratified('1975', 'BGD'), terminated('2000', 'BGD', { effective: '2001' }));
    expect(held.explained(ratified('1976', 'BGD'))).toBe(
      'The agreement is already ratified by BGD; the stream holds: BGD signed 1974, ratified 1975',
    );
    expect(held.explained(ratified('1976', 'IND'))).toBe(
      'IND is not among the signatories: it signs or accedes; the stream holds: signed by BGD, PAK',
    );
    expect(held.explained(amended('2002', 'BGD'))).toBe(
      'AgreementAmended cannot follow the end of the agreement; the stream holds: terminated 2000, with effect from 2001',
    );
    expect(held.explained(resumed('1992', 'PAK LKA'))).toBe(
      'PAK, LKA has not suspended the agreement: record the suspension first; the stream holds: PAK signed 1974; LKA nothing',
    );
  });

  it('is not signed by a signature that is only planned', () => {
    expect(given(stream, signed('1974', 'BGD', { modality: 'planned' })).when(signed('1975', 'BGD'))).toBe('recorded');
    expect(given(stream, terminated('1974', 'BGD', { modality: 'denied' })).when(amended('1975', 'BGD'))).toBe(
      'recorded',
    );
  });

  it('keeps a state that grows with its parties, not with its events', () => {
    const amendments = Array.from({ length: 50 }, (_, year) => amended(String(1975 + year), 'BGD PAK'));
    const back = Array.from({ length: 20 }, (_, year) => [
      suspended(String(1980 + year * 2), 'PAK'),
      resumed(String(1981 + year * 2), 'PAK'),
    ]);
    const { state } = given(stream, signature, ...amendments, ...back.flat());
    expect(state).toEqual([{ parties: { BGD: { signed: '1974' }, PAK: { signed: '1974', resumed: '2019' } } }]);
  });
});
