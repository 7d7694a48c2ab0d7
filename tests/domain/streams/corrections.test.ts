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
    given(stream, conducted())
      .when(refined(id(1)))
      .thenRecorded();
  });

  it('of an event that does not exist yet is refused', () => {
    given(stream, conducted())
      .when(refined(id(2)))
      .thenRefused('no-such-event');
    given(stream)
      .when(refined(id(1)))
      .thenRefused('no-such-event');
  });

  it('of an event of another stream is refused', () => {
    given(stream, conducted()).when(refined('relation.BGD-PAK.1')).thenRefused('correction-of-another-stream');
  });

  it('may be followed by others of the same event', () => {
    const confirmed = correction('EventConfirmed', id(1));
    given(stream, conducted(), refined(id(1)), confirmed)
      .when(refined(id(1)))
      .thenRecorded();
  });

  it('of an event that was withdrawn is refused, and withdrawing it again in the same way records nothing', () => {
    const { when } = given(stream, conducted(), retracted(id(1)));
    when(refined(id(1))).thenRefused('event-withdrawn');
    when(retracted(id(1))).thenNothing();
    when(correction('EventsMerged', id(1), { into: 'visit.another.1' })).thenRefused('event-withdrawn');
    when(correction('EventRetracted', id(1), { reason: 'out-of-scope' })).thenRefused('event-withdrawn');
    const merged = correction('EventsMerged', id(1), { into: 'visit.another.1' });
    const elsewhere = correction('EventsMerged', id(1), { into: 'visit.third.1' });
    given(stream, conducted(), merged).when(merged).thenNothing();
    given(stream, conducted(), merged).when(elsewhere).thenRefused('event-withdrawn');
  });

  it('cannot merge an event into itself', () => {
    given(stream, conducted())
      .when(correction('EventsMerged', id(1), { into: id(1) }))
      .thenRefused('merged-into-itself');
  });
});

describe('what was corrected', () => {
  it('is known by its refined date', () => {
    const { when } = given(stream, conducted('2025-01~'), refined(id(1)));
    when(conducted('2025-01-13/2025-01-18')).thenNothing();
    when(conducted('2025-01~')).thenRefused('visit-already-conducted');
  });
});

describe('what was retracted', () => {
  it('no longer contradicts what is reported next', () => {
    given(stream, conducted()).when(another).thenRefused('visit-already-conducted');
    given(stream, conducted(), retracted(id(1)))
      .when(another)
      .thenRecorded();
  });

  it('leaves the other events of the stream as they are', () => {
    const announced = sampleEvent('VisitAnnounced');
    given(stream, announced, conducted(), retracted(id(1)))
      .when(another)
      .thenRefused('visit-already-conducted');
  });

  it('leaves nothing in the state of its stream', () => {
    const meeting = sampleEvent('MeetingHeld');
    const { state } = given('relation/BGD-PAK', meeting, meeting, retracted('relation.BGD-PAK.2'));
    expect(state).toEqual([{}]);
  });
});
