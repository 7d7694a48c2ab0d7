import { describe, expect, it } from 'vitest';
import { given } from '../given.ts';
import { as, sampleEvent } from '../sample-event.ts';

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
