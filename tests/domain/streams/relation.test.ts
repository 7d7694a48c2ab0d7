import { describe, expect, it } from 'vitest';
import type { EventTypeName } from '#shared/domain/events/event-types.ts';
import { declaredParties } from '#shared/domain/parties/declared-parties.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { dyadOf } from '#shared/domain/parties/dyad.ts';
import { given } from '#tests/support/given.ts';
import { as, type FieldsOf, sampleEvent } from '#tests/support/sample-event.ts';

const stream = 'relation/BGD-PAK';
const meeting = sampleEvent('MeetingHeld');

describe('a relation', () => {
  it('takes any number of meetings, its state growing by nothing', () => {
    const many = given(stream, ...Array.from({ length: 100 }, () => meeting));
    many.when(meeting).thenRecorded();
    expect(many.state).toEqual(given(stream).state);
  });

  it('takes a statement of a third state that bears on it', () => {
    given(stream)
      .when(sampleEvent('StatementMade', { ...as('IND:declarant'), bearsOn: ['BGD-PAK'] }))
      .thenRecorded();
    given(stream)
      .when(sampleEvent('StatementMade', { ...as('IND:declarant'), thirdParties: ['BGD', 'PAK'] }))
      .thenRecorded();
  });

  it('takes an event with an organisation in a relation of that organisation', () => {
    given('relation/BGD-x-un')
      .when(sampleEvent('TalksHeld', as('x-un:participant', 'BGD:participant')))
      .thenRecorded();
  });

  it('refuses an event that does not name both of its parties', () => {
    given(stream)
      .when(sampleEvent('MeetingHeld', as('BGD:participant', 'IND:participant')))
      .thenRefused('parties-not-of-this-relation');
  });

  describe('of memberships', () => {
    const codes = Object.keys(declaredParties);
    /** An event in which so many members join so many organisations, and a relation of two of them. */
    const joined = (members: number, organisations: number) => {
      const who = codes.slice(0, members + organisations).map((code, index) => `${code}:${index < members ? 'source' : 'target'}` as const); // prettier-ignore
      const [first = '', second = ''] = [codes[0], codes[members]];
      return given(`relation/${dyadOf(first, second)}`).when(sampleEvent('OrganisationJoined', as(...who)));
    };

    it('takes 300 pairs of a member and an organisation in an event', () => joined(30, 10).thenRecorded());
    it('refuses more', () => joined(43, 7).thenRefused('too-many-pairs'));
  });

  it('refuses a visit, which has a stream of its own', () => {
    given(stream)
      .when(sampleEvent('VisitConducted', as('BGD:visitor', 'PAK:host')))
      .thenRefused('not-for-this-stream');
  });
});

describe('diplomatic relations', () => {
  const on =
    <Type extends EventTypeName>(type: Type) =>
    (occurred: string, fields: FieldsOf<Type> = {}) =>
      sampleEvent(type, { occurred, ...as('BGD:participant', 'PAK:participant'), ...fields });
  const established = on('RelationsEstablished');
  const severed = on('RelationsSevered');
  const restored = on('RelationsRestored');

  it('are established, severed and restored', () => {
    given(stream).when(established('1976')).thenRecorded();
    given(stream, established('1976')).when(severed('1980')).thenRecorded();
    given(stream, established('1976'), severed('1980')).when(restored('1982')).thenRecorded();
    given(stream, severed('1980'), restored('1982')).when(severed('1990')).thenRecorded();
  });

  it('may be known first by their end, be established anew, or be restored after an end that nobody reported', () => {
    given(stream).when(severed('1980')).thenRecorded();
    given(stream, severed('1980')).when(established('1982')).thenRecorded();
    given(stream, established('1976')).when(restored('1982')).thenRecorded();
  });

  it('are not established while they exist, nor severed or restored twice', () => {
    given(stream, established('1976')).when(established('1977')).thenRefused('relations-already-established');
    given(stream, restored('1982')).when(established('1983')).thenRefused('relations-already-established');
    given(stream, severed('1980')).when(severed('1981')).thenRefused('relations-already-severed');
    given(stream, restored('1982')).when(restored('1983')).thenRefused('relations-already-restored');
  });

  it('record nothing when the last step is reported again', () => {
    for (const step of [established, severed, restored])
      given(stream, step('1976'), meeting).when(step('1976')).thenNothing();
  });

  it('take what is only reported late, which changes nothing', () => {
    given(stream, severed('1980')).when(severed('1972')).thenRecorded();
    given(stream, severed('1980'), established('1976')).when(severed('1981')).thenRefused('relations-already-severed');
  });

  it('are not those of others that bear on this relation', () => {
    const ofOthers = severed('1980', { ...as('BGD:participant', 'IND:participant'), bearsOn: ['BGD-PAK'] });
    given(stream, ofOthers).when(severed('1981')).thenRecorded();
  });

  it('say what contradicts them', () => {
    given(stream, severed('1980'))
      .when(severed('1981'))
      .thenRefusedBecause('Diplomatic relations have already been severed; the stream holds: severed 1980');
  });

  it('are as corrections make them, while a correction of anything else leaves them known', () => {
    const correction = (type: string, of: number, fields: object = {}) =>
      NewEvent.parse({ type, of: `relation.BGD-PAK.${of}`, ...fields });
    const rumoured = severed('1980', { modality: 'hypothetical' });
    const retracted = correction('EventRetracted', 2, { reason: 'false' });
    given(stream, meeting, severed('1980'), retracted).when(severed('1981')).thenRecorded();
    given(stream, meeting, rumoured, correction('EventConfirmed', 2))
      .when(severed('1981'))
      .thenRefused('relations-already-severed');
    expect(given(stream, meeting, severed('1980')).state).toEqual([{ last: ['severed', '1980'] }]);
    const other = correction('EventDateRefined', 1, { occurred: '1971-03-26' });
    given(stream, meeting, severed('1980'), other).when(severed('1981')).thenRefused('relations-already-severed');
  });
});

describe("a country's context", () => {
  const uprising = sampleEvent('ContextEventRecorded', { ...as('BGD:subject'), kind: 'uprising' });

  it('takes events that name the country, however often', () => {
    given('country/BGD', uprising).when(uprising).thenRecorded();
  });

  it('refuses an event that does not name the country', () => {
    given('country/IND').when(uprising).thenRefused('country-not-mentioned');
  });

  it('refuses what passes between two states', () => {
    given('country/BGD').when(sampleEvent('MeetingHeld')).thenRefused('not-for-this-stream');
  });
});
