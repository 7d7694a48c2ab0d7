import { describe, expect, it } from 'vitest';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { given } from '#tests/support/given.ts';
import { sampleEvent } from '#tests/support/sample-event.ts';

const stream = 'visit/kamr-ul-hassan-2025-01';
const id = (version: number) => `visit.kamr-ul-hassan-2025-01.${version}`;
const conducted = (occurred = '2025-01-14') => sampleEvent('VisitConducted', { occurred });
const another = conducted('2025-02-20');
const correction = (type: string, of: string, fields: object = {}) => NewEvent.parse({ type, of, ...fields });
const refined = (of: string) => correction('EventDateRefined', of, { occurred: '2025-01-13/2025-01-18' });
const retracted = (of: string) => correction('EventRetracted', of, { reason: 'false' });

describe('a correction', () => {
  it('of an event of the stream is recorded', () => {
    expect(given(stream, conducted()).when(refined(id(1)))).toBe('recorded');
  });

  it('of an event that does not exist yet is refused', () => {
    expect(given(stream, conducted()).when(refined(id(2)))).toBe('no-such-event');
    expect(given(stream).when(refined(id(1)))).toBe('no-such-event');
  });

  it('of an event of another stream is refused', () => {
    expect(given(stream, conducted()).when(refined('relation.BGD-PAK.1'))).toBe('correction-of-another-stream');
  });

  it('may be followed by others of the same event', () => {
    const confirmed = correction('EventConfirmed', id(1));
    expect(given(stream, conducted(), refined(id(1)), confirmed).when(refined(id(1)))).toBe('recorded');
  });

  it('of an event that was withdrawn is refused, and withdrawing it again in the same way records nothing', () => {
    const { when } = given(stream, conducted(), retracted(id(1)));
    expect(when(refined(id(1)))).toBe('event-withdrawn');
    expect(when(retracted(id(1)))).toBe('[]');
    expect(when(correction('EventsMerged', id(1), { into: 'visit.another.1' }))).toBe('event-withdrawn');
    expect(when(correction('EventRetracted', id(1), { reason: 'out-of-scope' }))).toBe('event-withdrawn');
    const merged = correction('EventsMerged', id(1), { into: 'visit.another.1' });
    const elsewhere = correction('EventsMerged', id(1), { into: 'visit.third.1' });
    expect(given(stream, conducted(), merged).when(merged)).toBe('[]');
    expect(given(stream, conducted(), merged).when(elsewhere)).toBe('event-withdrawn');
  });

  it('cannot merge an event into itself', () => {
    expect(given(stream, conducted()).when(correction('EventsMerged', id(1), { into: id(1) }))).toBe(
      'merged-into-itself',
    );
  });
});

describe('what was corrected', () => {
  it('is known by its refined date', () => {
    const { when } = given(stream, conducted('2025-01~'), refined(id(1)));
    expect(when(conducted('2025-01-13/2025-01-18'))).toBe('[]');
    expect(when(conducted('2025-01~'))).toBe('visit-already-conducted');
  });
});

describe('what was retracted', () => {
  it('no longer contradicts what is reported next', () => {
    expect(given(stream, conducted()).when(another)).toBe('visit-already-conducted');
    expect(given(stream, conducted(), retracted(id(1))).when(another)).toBe('recorded');
  });

  it('leaves the other events of the stream as they are', () => {
    const announced = sampleEvent('VisitAnnounced');
    expect(given(stream, announced, conducted(), retracted(id(1))).when(another)).toBe('visit-already-conducted');
  });

  it('leaves nothing in the state of its stream', () => {
    const meeting = sampleEvent('MeetingHeld');
    const { state } = given('relation/BGD-PAK', meeting, meeting, retracted('relation.BGD-PAK.2'));
    expect(state).toEqual([{}]);
  });
});
