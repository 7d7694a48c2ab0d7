import { describe, expect, it } from 'vitest';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { given } from '#tests/support/given.ts';
import { as, sampleEvent } from '#tests/support/sample-event.ts';

const stream = 'relation/BGD-PAK';
const meeting = sampleEvent('MeetingHeld');

describe('a relation', () => {
  it('takes any number of meetings, its state growing by nothing', () => {
    const many = given(stream, ...Array.from({ length: 100 }, () => meeting));
    expect(many.when(meeting)).toBe('recorded');
    expect(many.state).toEqual(given(stream).state);
  });

  it('takes a statement of a third state that bears on it', () => {
    expect(given(stream).when(sampleEvent('StatementMade', { ...as('IND:declarant'), bearsOn: ['BGD-PAK'] }))).toBe(
      'recorded',
    );
    expect(
      given(stream).when(sampleEvent('StatementMade', { ...as('IND:declarant'), thirdParties: ['BGD', 'PAK'] })),
    ).toBe('recorded');
  });

  it('takes an event with an organisation in a relation of that organisation', () => {
    expect(given('relation/BGD-x-un').when(sampleEvent('TalksHeld', as('x-un:participant', 'BGD:participant')))).toBe(
      'recorded',
    );
  });

  it('refuses an event that does not name both of its parties', () => {
    expect(given(stream).when(sampleEvent('MeetingHeld', as('BGD:participant', 'IND:participant')))).toBe(
      'parties-not-of-this-relation',
    );
  });

  it('refuses a visit, which has a stream of its own', () => {
    expect(given(stream).when(sampleEvent('VisitConducted', as('BGD:visitor', 'PAK:host')))).toBe(
      'not-for-this-stream',
    );
  });
});

describe('diplomatic relations', () => {
  const on =
    (type: string) =>
    (occurred: string, fields: object = {}) =>
      sampleEvent(type, { occurred, ...as('BGD:participant', 'PAK:participant'), ...fields });
  const established = on('RelationsEstablished');
  const severed = on('RelationsSevered');
  const restored = on('RelationsRestored');

  it('are established, severed and restored', () => {
    expect(given(stream).when(established('1976'))).toBe('recorded');
    expect(given(stream, established('1976')).when(severed('1980'))).toBe('recorded');
    expect(given(stream, established('1976'), severed('1980')).when(restored('1982'))).toBe('recorded');
    expect(given(stream, severed('1980'), restored('1982')).when(severed('1990'))).toBe('recorded');
  });

  it('may be known first by their end, be established anew, or be restored after an end that nobody reported', () => {
    expect(given(stream).when(severed('1980'))).toBe('recorded');
    expect(given(stream, severed('1980')).when(established('1982'))).toBe('recorded');
    expect(given(stream, established('1976')).when(restored('1982'))).toBe('recorded');
  });

  it('are not established while they exist, nor severed or restored twice', () => {
    expect(given(stream, established('1976')).when(established('1977'))).toBe('relations-already-established');
    expect(given(stream, restored('1982')).when(established('1983'))).toBe('relations-already-established');
    expect(given(stream, severed('1980')).when(severed('1981'))).toBe('relations-already-severed');
    expect(given(stream, restored('1982')).when(restored('1983'))).toBe('relations-already-restored');
  });

  it('record nothing when the last step is reported again', () => {
    for (const step of [established, severed, restored])
      expect(given(stream, step('1976'), meeting).when(step('1976'))).toBe('[]');
  });

  it('take what is only reported late, which changes nothing', () => {
    expect(given(stream, severed('1980')).when(severed('1972'))).toBe('recorded');
    expect(given(stream, severed('1980'), established('1976')).when(severed('1981'))).toBe('relations-already-severed');
  });

  it('are not those of others that bear on this relation', () => {
    const ofOthers = severed('1980', { ...as('BGD:participant', 'IND:participant'), bearsOn: ['BGD-PAK'] });
    expect(given(stream, ofOthers).when(severed('1981'))).toBe('recorded');
  });

  it('say what contradicts them', () => {
    expect(given(stream, severed('1980')).explained(severed('1981'))).toBe(
      'Diplomatic relations have already been severed; the stream holds: severed 1980',
    );
  });

  it('are as corrections make them, while a correction of anything else leaves them known', () => {
    const correction = (type: string, of: number, fields: object = {}) =>
      NewEvent.parse({ type, of: `relation.BGD-PAK.${of}`, ...fields });
    const rumoured = severed('1980', { modality: 'hypothetical' });
    const retracted = correction('EventRetracted', 2, { reason: 'false' });
    expect(given(stream, meeting, severed('1980'), retracted).when(severed('1981'))).toBe('recorded');
    expect(given(stream, meeting, rumoured, correction('EventConfirmed', 2)).when(severed('1981'))).toBe(
      'relations-already-severed',
    );
    expect(given(stream, meeting, severed('1980')).state).toEqual([{ last: ['severed', '1980'] }]);
    const other = correction('EventDateRefined', 1, { occurred: '1971-03-26' });
    expect(given(stream, meeting, severed('1980'), other).when(severed('1981'))).toBe('relations-already-severed');
  });
});

describe("a country's context", () => {
  const uprising = sampleEvent('ContextEventRecorded', { ...as('BGD:subject'), kind: 'uprising' });

  it('takes events that name the country, however often', () => {
    expect(given('country/BGD', uprising).when(uprising)).toBe('recorded');
  });

  it('refuses an event that does not name the country', () => {
    expect(given('country/IND').when(uprising)).toBe('country-not-mentioned');
  });

  it('refuses what passes between two states', () => {
    expect(given('country/BGD').when(sampleEvent('MeetingHeld'))).toBe('not-for-this-stream');
  });
});
