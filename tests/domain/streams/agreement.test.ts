import { describe, expect, it } from 'vitest';
import type { EventTypeName } from '#shared/domain/events/event-types.ts';
import { given } from '#tests/support/given.ts';
import { as, type FieldsOf, sampleEvent } from '#tests/support/sample-event.ts';

const stream = 'agreement/tripartite-1974';
const by =
  <Type extends EventTypeName>(type: Type, own: FieldsOf<Type> = {}) =>
  (occurred: string, parties: string, fields: FieldsOf<Type> = {}) =>
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
const succeeded = by('AgreementSuccessionNotified');
const provisional = by('AgreementProvisionallyApplied');
const withdrawn = by('AgreementRatificationWithdrawn');
const revoked = by('DenunciationRevoked');
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
      given(stream, ...way.slice(0, index))
        .when(step)
        .thenRecorded();
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
      given(stream).when(step('1974', 'BGD')).thenRecorded();
    }
  });

  it('records nothing when a step is reported again, in whatever order its parties are named', () => {
    for (const step of [signed, ratified, acceded, succeeded, provisional, inForce, suspended, denounced, terminated]) {
      given(stream, step('1974', 'BGD PAK')).when(step('1974', 'PAK BGD')).thenNothing();
    }
  });

  it('takes negotiations, reservations and amendments as often as they are reported', () => {
    for (const step of [negotiated, reserved, amended])
      given(stream, step('1974', 'BGD')).when(step('1974', 'BGD')).thenRecorded();
  });

  it.each([
    ['signed', signed],
    ['ratified', ratified],
    ['acceded', acceded],
    ['succeeded', succeeded],
    ['applied-provisionally', provisional],
    ['in-force', inForce],
    ['denounced', denounced],
    ['terminated', terminated],
  ] as const)('is %s once by a party, whatever the other date', (name, step) => {
    for (const date of ['1973', '1975']) {
      given(stream, step('1974', 'BGD PAK')).when(step(date, 'BGD')).thenRefused(`agreement-already-${name}`);
    }
  });

  it('records a step that is new of one of its parties, and keeps the dates that are known', () => {
    const later = given(stream, signature, signed('1975', 'BGD IND'));
    later.when(signature).thenNothing();
    later.when(signed('1975', 'BGD')).thenRefused('agreement-already-signed');
  });

  it('is ratified by its signatories only, once they are known; others accede', () => {
    given(stream, ratified('1975', 'BGD')).when(signature).thenRecorded();
    given(stream, signature).when(ratified('1975', 'IND')).thenRefused('not-a-signatory');
    given(stream, signature).when(acceded('1975', 'IND')).thenRecorded();
    given(stream, ratified('1975', 'BGD')).when(acceded('1976', 'BGD')).thenRefused('agreement-already-acceded');
  });

  it('is suspended and resumed in turn', () => {
    given(stream, signature).when(resumed('1992', 'PAK')).thenRefused('agreement-not-suspended');
    given(stream, suspended('1990', 'PAK')).when(suspended('1991', 'PAK')).thenRefused('agreement-already-suspended');
    given(stream, suspended('1990', 'PAK')).when(suspended('1991', 'BGD')).thenRecorded();
    const over = given(stream, suspended('1990', 'PAK'), resumed('1992', 'PAK'));
    over.when(resumed('1992', 'PAK')).thenNothing();
    over.when(resumed('1993', 'PAK')).thenRefused('agreement-already-resumed');
    over.when(suspended('1989', 'PAK')).thenRecorded();
    given(stream, suspended('1990', 'PAK'), resumed('1992', 'PAK'), suspended('1989', 'PAK')).when(suspended('1994', 'PAK')).thenRecorded(); // prettier-ignore
  });

  it('no longer binds who has denounced it, until it accedes anew', () => {
    const left = [signature, denounced('1980', 'PAK')];
    for (const step of [ratified, inForce, reserved, amended, suspended]) {
      given(stream, ...left)
        .when(step('1981', 'PAK'))
        .thenRefused('agreement-denounced');
      given(stream, ...left)
        .when(step('1981', 'BGD'))
        .thenRecorded();
      given(stream, ...left)
        .when(step('1979', 'PAK'))
        .thenRecorded();
    }
    given(stream, ...left, acceded('1982', 'PAK'))
      .when(inForce('1983', 'PAK'))
      .thenRecorded();
  });

  it('binds until the denunciation takes effect', () => {
    const notice = denounced('1980-01', 'PAK', { effective: '1981-01' });
    given(stream, signature, notice).when(suspended('1980-06', 'PAK')).thenRecorded();
    given(stream, signature, notice).when(suspended('1981-06', 'PAK')).thenRefused('agreement-denounced');
  });

  it('is denounced again after its denunciation was revoked', () => {
    const npt = [acceded('1985-12-12', 'PRK'), denounced('1993-03-12', 'PRK')];
    given(stream, ...npt)
      .when(revoked('1993-06-11', 'PRK'))
      .thenRecorded();
    const held = given(stream, ...npt, revoked('1993-06-11', 'PRK'));
    held.when(revoked('1993-06-11', 'PRK')).thenNothing();
    held.when(revoked('1993-07', 'PRK')).thenRefused('denunciation-already-revoked');
    held.when(denounced('2003-01-10', 'PRK')).thenRecorded();
    held.when(reserved('1994', 'PRK')).thenRecorded();
    given(stream, ...npt, revoked('1993-06-11', 'PRK'), denounced('2003-01-10', 'PRK'))
      .when(reserved('2004', 'PRK'))
      .thenRefused('agreement-denounced');
    given(stream, ...npt, revoked('1993-06-11', 'PRK'), denounced('1993-03-12', 'PRK'))
      .when(reserved('1994', 'PRK'))
      .thenRecorded();
  });

  it('has a denunciation revoked only where there is one, and before it takes effect', () => {
    given(stream, signature).when(revoked('1980', 'PAK')).thenRefused('agreement-not-denounced');
    const notice = given(stream, signature, denounced('1980-01', 'PAK', { effective: '1981-01' }));
    notice.when(revoked('1980-12', 'PAK')).thenRecorded();
    notice.when(revoked('1981-02', 'PAK')).thenRefused('denunciation-in-effect');
  });

  it('has a ratification withdrawn before it is in force, and may be ratified again', () => {
    const held = [signature, ratified('1975', 'BGD')];
    given(stream, signature).when(withdrawn('1976', 'BGD')).thenRefused('agreement-not-ratified');
    given(stream, ...held)
      .when(withdrawn('1976', 'BGD'))
      .thenRecorded();
    given(stream, ...held, withdrawn('1976', 'BGD')).when(withdrawn('1977', 'BGD')).thenRefused('ratification-already-withdrawn'); // prettier-ignore
    given(stream, ...held, withdrawn('1976', 'BGD'))
      .when(ratified('1980', 'BGD'))
      .thenRecorded();
    given(stream, ...held, withdrawn('1976', 'BGD'), ratified('1975', 'BGD')).when(ratified('1980', 'BGD')).thenRecorded(); // prettier-ignore
    given(stream, ...held, inForce('1976', 'BGD PAK'))
      .when(withdrawn('1977', 'BGD'))
      .thenRefused('agreement-in-force');
  });

  it('is acceded to, ratified or succeeded to, each instead of the others', () => {
    given(stream, succeeded('1992', 'SVN')).when(acceded('1993', 'SVN')).thenRefused('agreement-already-acceded');
    given(stream, acceded('1992', 'SVN')).when(succeeded('1993', 'SVN')).thenRefused('agreement-already-succeeded');
    given(stream, provisional('1992', 'SVN')).when(acceded('1993', 'SVN')).thenRecorded();
  });

  it('takes nothing after its termination but what happened before it', () => {
    const end = terminated('2000', 'BGD PAK', { effective: '2001' });
    for (const step of [negotiated, signed, ratified, acceded, inForce, reserved, amended, suspended, denounced]) {
      given(stream, end).when(step('2002', 'BGD')).thenRefused('agreement-terminated');
      given(stream, end).when(step('2000', 'BGD')).thenRecorded();
    }
  });

  it('says what contradicts it', () => {
    const held = given(stream, signature, ratified('1975', 'BGD'), terminated('2000', 'BGD', { effective: '2001' }));
    held
      .when(ratified('1976', 'BGD'))
      .thenRefusedBecause('The agreement is already ratified by BGD; the stream holds: BGD signed 1974, ratified 1975');
    held
      .when(ratified('1976', 'IND'))
      .thenRefusedBecause(
        'IND is not among the signatories: it signs or accedes; the stream holds: signed by BGD, PAK',
      );
    held
      .when(amended('2002', 'BGD'))
      .thenRefusedBecause(
        'AgreementAmended cannot follow the end of the agreement; the stream holds: terminated 2000, with effect from 2001',
      );
    held
      .when(resumed('1992', 'PAK LKA'))
      .thenRefusedBecause(
        'PAK, LKA has not suspended the agreement: record the suspension first; the stream holds: PAK signed 1974; LKA nothing',
      );
  });

  it('is not signed by a signature that is only planned', () => {
    given(stream, signed('1974', 'BGD', { modality: 'planned' }))
      .when(signed('1975', 'BGD'))
      .thenRecorded();
    given(stream, terminated('1974', 'BGD', { modality: 'denied' }))
      .when(amended('1975', 'BGD'))
      .thenRecorded();
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
