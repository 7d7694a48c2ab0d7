import { describe, expect, it } from 'vitest';
import type { EventTypeName } from '#shared/domain/events/event-types.ts';
import { mostConsulates } from '#shared/domain/streams/mission-steps.ts';
import { given } from '#tests/support/given.ts';
import { as, type FieldsOf, sampleEvent } from '#tests/support/sample-event.ts';

const stream = 'mission/BGD-PAK';
const on =
  <Type extends EventTypeName>(type: Type, own: FieldsOf<Type> = {}) =>
  (occurred: string, fields: FieldsOf<Type> = {}) =>
    sampleEvent(type, { occurred, ...own, ...fields });
const opened = on('MissionOpened');
const observed = on('RepresentationObserved');
const upgraded = on('RepresentationUpgraded');
const downgraded = on('RepresentationDowngraded');
const closed = on('MissionClosed');
const nominated = on('AmbassadorNominated');
const granted = on('AgrementGranted');
const refused = on('AgrementRefused');
const accredited = on('CredentialsPresented');
const recalled = on('AmbassadorRecalled', { recall: 'unstated' });
const consulted = on('AmbassadorRecalled', { recall: 'for-consultations' });
const withdrawn = on('AmbassadorRecalled', { recall: 'for-good' });
const returned = on('AmbassadorReturned');
const expelled = on('DiplomatExpelled', { level: 'ambassador' });
const secretaryExpelled = on('DiplomatExpelled', { diplomats: 3 });

/** The sender's person of an event. */
const of = (name: string) => ({
  participants: [
    { party: 'BGD', role: 'sender', person: { id: `person:${name}`, name } },
    { party: 'PAK', role: 'receiver' },
  ],
});
const rank = (level: string) => ({ level });

describe('a mission', () => {
  it('is opened, its rank raised and lowered, and closed and opened again', () => {
    const way = [opened('1976', rank('charge-d-affaires')), upgraded('1980', rank('ambassador')), downgraded('1990', rank('consular')), closed('1995'), opened('2000')]; // prettier-ignore
    for (const [index, step] of way.entries())
      given(stream, ...way.slice(0, index))
        .when(step)
        .thenRecorded();
  });

  it('may be known first by any step, which reported again records nothing', () => {
    const steps = [opened, upgraded, downgraded, closed, nominated, granted, refused, accredited, recalled, consulted, withdrawn, returned, expelled]; // prettier-ignore
    for (const step of steps) {
      given(stream).when(step('2000')).thenRecorded();
      given(stream, step('2000')).when(step('2000')).thenNothing();
    }
  });

  it('is not opened while it is open, nor closed twice', () => {
    given(stream, opened('1976')).when(opened('1977')).thenRefused('mission-already-open');
    given(stream, upgraded('1980')).when(opened('1981')).thenRefused('mission-already-open');
    given(stream, closed('1976')).when(closed('1977')).thenRefused('mission-already-closed');
  });

  it('has no rank to change and no ambassador while it is closed, but one may be nominated', () => {
    for (const step of [upgraded, downgraded, accredited, recalled, returned]) {
      given(stream, closed('1976')).when(step('1977')).thenRefused('mission-closed');
      given(stream, closed('1976')).when(step('1975')).thenRecorded();
    }
    for (const step of [nominated, granted, refused, expelled])
      given(stream, closed('1976')).when(step('1977')).thenRecorded();
  });

  it('is upgraded to a higher rank and downgraded to a lower one, as far as both are known', () => {
    const held = given(stream, opened('1976', rank('charge-d-affaires')));
    held.when(upgraded('1980', rank('charge-d-affaires'))).thenRefused('not-an-upgrade');
    held.when(upgraded('1980', rank('consular'))).thenRefused('not-an-upgrade');
    held.when(downgraded('1980', rank('ambassador'))).thenRefused('not-a-downgrade');
    held.when(upgraded('1980')).thenRecorded();
    given(stream, opened('1976'))
      .when(downgraded('1980', rank('ambassador')))
      .thenRecorded();
  });

  it('has ranks below an ambassador, posts, and heads that reside elsewhere', () => {
    const way = [opened('1848-08-12', rank('minister')), upgraded('1942', rank('ambassador')), downgraded('1977-09-01', rank('interests-section')), closed('1990')]; // prettier-ignore
    for (const [index, step] of way.entries())
      given(stream, ...way.slice(0, index))
        .when(step)
        .thenRecorded();
    const minister = given(stream, opened('1848', rank('minister')));
    minister.when(upgraded('1850', rank('charge-d-affaires'))).thenRefused('not-an-upgrade');
    minister.when(downgraded('1850', rank('interests-section'))).thenRecorded();
    given(stream)
      .when(opened('1980', { level: 'ambassador', nonResident: true }))
      .thenRecorded();
    given(stream)
      .when(opened('1980', { level: 'ambassador', seat: 'IND' }))
      .thenRecorded();
  });

  it('is opened anew as another post or where it resides, not as the same', () => {
    const legation = given(stream, opened('1848', { level: 'minister', post: 'legation' }));
    legation.when(opened('1942', { level: 'ambassador', post: 'embassy' })).thenRecorded();
    legation.when(opened('1849', { post: 'legation' })).thenRefused('mission-already-open');
    const away = given(stream, opened('1980', { level: 'ambassador', nonResident: true }));
    away.when(opened('2020', { level: 'ambassador', nonResident: false })).thenRecorded();
    away.when(opened('1985', { level: 'ambassador', seat: 'IND' })).thenRefused('mission-already-open');
  });

  it('may be observed on any day: that rules out no opening before or after', () => {
    for (const seen of [observed('2022-11-16', { level: 'ambassador' }), opened('../2022-11-16')]) {
      given(stream, seen).when(opened('1972')).thenRecorded();
      given(stream, seen).when(closed('2023')).thenRecorded();
      given(stream, opened('1972')).when(seen).thenRecorded();
      given(stream, closed('1972')).when(seen).thenRecorded();
      given(stream, opened('1972'), seen).when(opened('1973')).thenRefused('mission-already-open');
    }
    given(stream, observed('2022', { absent: true }))
      .when(opened('1972'))
      .thenRecorded();
  });

  it('has consular posts beside it, each for itself', () => {
    const at = (city: string) => ({ post: 'consulate-general', place: { city } });
    const held = given(stream, opened('1976', { post: 'high-commission' }), opened('1980', at('Karachi')));
    held.when(opened('1990', at('Lahore'))).thenRecorded();
    held.when(opened('1980', at('KARACHI'))).thenNothing();
    held.when(opened('1981', at('Karachi'))).thenRefused('post-already-open');
    held.when(closed('1982', at('Karachi'))).thenRecorded();
    held.when(closed('1982')).thenRecorded();
    const shut = given(stream, opened('1980', at('Karachi')), closed('1982', at('Karachi')));
    shut.when(closed('1983', at('Karachi'))).thenRefused('post-already-closed');
    shut.when(opened('1983')).thenRecorded();
    shut.when(opened('1985', at('Karachi'))).thenRecorded();
  });

  it('has so many consular posts at most, also when a supposed one is confirmed', () => {
    const at = (index: number) => ({
      post: 'honorary-consulate',
      place: { city: `Town ${'ž'.repeat(40)}`.slice(0, 30) + index },
    });
    const posts = Array.from({ length: mostConsulates }, (_, index) => opened('1980', at(index)));
    const full = given(stream, ...posts);
    full.when(opened('1980', at(mostConsulates))).thenRefused('too-many-posts');
    full.when(closed('1990', at(0))).thenRecorded();
    const supposed = opened('1980', { ...at(mostConsulates), modality: 'hypothetical' });
    const last = `mission.BGD-PAK.${mostConsulates + 1}`;
    const { state } = given(stream, ...posts, supposed, { type: 'EventConfirmed', schemaVersion: 1, of: last });
    expect(Object.keys((state[0] as { consulates: object }).consulates)).toHaveLength(mostConsulates);
    expect(Buffer.byteLength(JSON.stringify(state))).toBeLessThan(20_000);
  });

  it('takes what is only reported late, which changes nothing', () => {
    given(stream, closed('1990')).when(closed('1980')).thenRecorded();
    given(stream, closed('1990'), opened('1980')).when(closed('1991')).thenRefused('mission-already-closed');
  });

  it('takes only events of its sender and its receiver, in these roles', () => {
    const strange = sampleEvent('MissionOpened', { ...as('BGD:sender', 'IND:receiver'), thirdParties: ['PAK'] });
    given(stream).when(strange).thenRefused('parties-not-of-this-mission');
    given(stream)
      .when(sampleEvent('DiplomatExpelled', as('PAK:sender', 'BGD:receiver')))
      .thenRefusedBecause('The mission BGD-PAK has BGD as sender and PAK as receiver, not PAK as sender');
  });

  it('is not opened by a denied opening', () => {
    given(stream, opened('1976', { modality: 'denied' }))
      .when(opened('1977'))
      .thenRecorded();
  });

  it('says what contradicts it', () => {
    given(stream, opened('1976', rank('ambassador')))
      .when(opened('1977'))
      .thenRefusedBecause('The mission is open; the stream holds: opened 1976 (ambassador)');
  });

  it('keeps a small state', () => {
    const { state } = given(stream, opened('1976', rank('ambassador')), nominated('2001', of('a')), accredited('2001-05', of('a')), nominated('2005', of('b')), recalled('2005-06', of('a'))); // prettier-ignore
    expect(JSON.stringify(state).length).toBeLessThan(200);
  });
});

describe('an ambassador', () => {
  it('is nominated, accepted, accredited, recalled for consultations, returns, and is recalled for good', () => {
    const way = [opened('1976'), nominated('2000-01'), granted('2000-02'), accredited('2000-03'), consulted('2001'), returned('2002'), withdrawn('2003'), nominated('2004'), granted('2005'), accredited('2006'), expelled('2007')]; // prettier-ignore
    for (const [index, step] of way.entries())
      given(stream, ...way.slice(0, index))
        .when(step)
        .thenRecorded();
  });

  it('presents no credentials after a refused agrément without a new nomination', () => {
    const held = [nominated('2000-01', of('a')), refused('2000-02', of('a'))];
    given(stream, ...held)
      .when(accredited('2000-03', of('a')))
      .thenRefused('agrement-refused');
    given(stream, ...held)
      .when(accredited('2000-03'))
      .thenRefused('agrement-refused');
    given(stream, ...held)
      .when(granted('2000-03'))
      .thenRefused('agrement-refused');
    given(stream, ...held)
      .when(refused('2000-03'))
      .thenRefused('agrement-refused');
    given(stream, ...held, nominated('2000-04'))
      .when(accredited('2000-05'))
      .thenRecorded();
  });

  it('may be somebody else than the one who was refused', () => {
    const held = given(stream, nominated('2000-01', of('a')), refused('2000-02', of('a')));
    held.when(accredited('2000-03', of('b'))).thenRecorded();
    held.when(granted('2000-03', of('b'))).thenRecorded();
  });

  it('may have been accredited before an agrément was refused', () => {
    given(stream, refused('2000-02')).when(accredited('1999')).thenRecorded();
  });

  it('is accepted once, until credentials are presented', () => {
    given(stream, granted('2000-02')).when(granted('2000-03')).thenRefused('agrement-already-granted');
    given(stream, granted('2000-02')).when(refused('2000-03')).thenRefused('agrement-already-granted');
    given(stream, granted('2000-02'), accredited('2000-04')).when(granted('2004')).thenRecorded();
    given(stream, granted('2000-02'), accredited('1998')).when(granted('2004')).thenRefused('agrement-already-granted');
  });

  it('presents credentials once; another one, or one whose name nobody reported, may follow', () => {
    given(stream, accredited('2000', of('a')))
      .when(accredited('2001', of('a')))
      .thenRefused('credentials-already-presented');
    given(stream, accredited('2000', of('a')))
      .when(accredited('2001', of('b')))
      .thenRecorded();
    given(stream, accredited('2000')).when(accredited('2004')).thenRecorded();
  });

  it('returns from consultations, but not after a recall for good or an expulsion', () => {
    given(stream, consulted('2001')).when(returned('2002')).thenRecorded();
    given(stream, recalled('2001')).when(returned('2002')).thenRecorded();
    given(stream, withdrawn('2001')).when(returned('2002')).thenRefused('ambassador-gone');
    given(stream, expelled('2001')).when(returned('2002')).thenRefused('ambassador-gone');
    given(stream, withdrawn('2001')).when(returned('2000')).thenRecorded();
    given(stream, withdrawn('2001', of('a')))
      .when(returned('2002', of('b')))
      .thenRecorded();
    given(stream, returned('2002')).when(returned('2003')).thenRefused('ambassador-already-returned');
  });

  it('may be recalled more than once, but for good only once before another is accredited', () => {
    given(stream, consulted('2001')).when(consulted('2002')).thenRecorded();
    given(stream, consulted('2001')).when(withdrawn('2002')).thenRecorded();
    given(stream, withdrawn('2001')).when(withdrawn('2002')).thenRefused('ambassador-already-recalled');
    given(stream, withdrawn('2001'), accredited('2002')).when(withdrawn('2003')).thenRecorded();
  });

  it('is expelled once; other diplomats as often as it is reported', () => {
    given(stream, expelled('2001')).when(expelled('2002')).thenRefused('ambassador-already-expelled');
    given(stream, expelled('2001')).when(withdrawn('2001')).thenRecorded();
    given(stream, secretaryExpelled('2001')).when(secretaryExpelled('2001')).thenRecorded();
  });
});
