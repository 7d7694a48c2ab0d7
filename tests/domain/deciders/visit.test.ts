import { describe, expect, it } from 'vitest';
import { given } from '../given.ts';
import { as, sampleEvent } from '../sample-event.ts';

const stream = 'visit/kamr-ul-hassan-pakistan-2025-01';
const parties = as('BGD:visitor', 'PAK:host');
const announced = sampleEvent('VisitAnnounced', { ...parties, plannedFor: '2025-01' });
const postponed = sampleEvent('VisitPostponed', parties);
const cancelled = sampleEvent('VisitCancelled', parties);
const conducted = sampleEvent('VisitConducted', parties);

describe('a visit', () => {
  it('is conducted after it was announced and postponed', () => {
    expect(given(stream, announced, postponed).when(conducted)).toBe('recorded');
  });

  it('may be reported only once it has been conducted', () => {
    expect(given(stream).when(conducted)).toBe('recorded');
    expect(given(stream).when(cancelled)).toBe('recorded');
  });

  it('may be announced and postponed several times', () => {
    expect(given(stream, announced, announced, postponed).when(postponed)).toBe('recorded');
  });

  it('is conducted once', () => {
    expect(given(stream, conducted).when(conducted)).toBe('visit-already-conducted');
  });

  it('is not announced, postponed or cancelled after it was conducted', () => {
    for (const late of [announced, postponed, cancelled]) {
      expect(given(stream, conducted).when(late)).toBe('visit-already-conducted');
    }
  });

  it('is not conducted, postponed or cancelled again after it was cancelled', () => {
    for (const late of [conducted, postponed, cancelled]) {
      expect(given(stream, announced, cancelled).when(late)).toBe('visit-cancelled');
    }
  });

  it('may be announced anew after it was cancelled', () => {
    expect(given(stream, announced, cancelled, announced).when(conducted)).toBe('recorded');
  });

  it('names a visitor and a host', () => {
    expect(given(stream).when(sampleEvent('VisitConducted', as('BGD:visitor', 'PAK:participant')))).toBe(
      'visitor-and-host-required',
    );
    expect(given(stream).when(sampleEvent('VisitAnnounced', as('PAK:host')))).toBe('visitor-and-host-required');
  });

  it('is not concluded by one that may only have happened', () => {
    const rumoured = sampleEvent('VisitConducted', { ...parties, modality: 'hypothetical' });
    expect(given(stream, rumoured).when(conducted)).toBe('recorded');
    expect(given(stream, conducted).when(rumoured)).toBe('recorded');
  });

  it('refuses a meeting, naming where meetings are recorded', () => {
    const meeting = sampleEvent('MeetingHeld');
    expect(given(stream).when(meeting)).toBe('not-for-this-stream');
    expect(() => given(stream, meeting)).toThrow('MeetingHeld is recorded in relation/…, not in visit/…');
  });

  it('keeps a state of at most 40 bytes', () => {
    for (const history of [[], [announced], [announced, postponed], [cancelled], [conducted]]) {
      expect(JSON.stringify(given(stream, ...history).state).length).toBeLessThanOrEqual(40);
    }
  });
});
