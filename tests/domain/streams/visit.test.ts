import { describe, expect, it } from 'vitest';
import { given } from '#tests/support/given.ts';
import { sampleEvent } from '#tests/support/sample-event.ts';

const stream = 'visit/kamr-ul-hassan-pakistan-2025-01';
const on =
  (type: string) =>
  (occurred = '2025-01-14', fields: object = {}) =>
    sampleEvent(type, { occurred, ...fields });
const announced = on('VisitAnnounced');
const postponed = on('VisitPostponed');
const cancelled = on('VisitCancelled');
const conducted = on('VisitConducted');
const concluded = on('VisitConcluded');
const [before, after] = ['2025-01-02', '2025-01-20'];

describe('a visit', () => {
  it('is announced, postponed, conducted and concluded', () => {
    expect(given(stream).when(announced())).toBe('recorded');
    expect(given(stream, announced()).when(postponed(after))).toBe('recorded');
    expect(given(stream, announced(), postponed()).when(conducted(after))).toBe('recorded');
    expect(given(stream, announced(), conducted()).when(concluded(after))).toBe('recorded');
  });

  it('may be known first by any step', () => {
    for (const step of [conducted, concluded, postponed, cancelled])
      expect(given(stream).when(step())).toBe('recorded');
  });

  it('may be announced and postponed several times', () => {
    expect(given(stream, announced(), postponed()).when(postponed(after))).toBe('recorded');
    expect(given(stream, announced()).when(announced('2025-01-14', { plannedFor: '2025-02' }))).toBe('recorded');
  });

  it('records nothing when a step is reported again', () => {
    for (const step of [announced, postponed, cancelled, conducted, concluded]) {
      expect(given(stream, step()).when(step())).toBe('[]');
    }
  });

  it('is conducted once and concluded once, whatever the other date', () => {
    for (const date of [before, after]) {
      expect(given(stream, conducted()).when(conducted(date))).toBe('visit-already-conducted');
      expect(given(stream, concluded()).when(concluded(date))).toBe('visit-already-concluded');
    }
  });

  it('is not announced, postponed or cancelled after it was conducted or concluded', () => {
    for (const late of [announced, postponed, cancelled]) {
      expect(given(stream, conducted()).when(late())).toBe('visit-already-conducted');
      expect(given(stream, concluded()).when(late(after))).toBe('visit-already-concluded');
    }
  });

  it('is not conducted, concluded or postponed after it was cancelled', () => {
    for (const late of [conducted, concluded, postponed]) {
      expect(given(stream, announced(), cancelled()).when(late(after))).toBe('visit-cancelled');
    }
    expect(given(stream, cancelled()).when(cancelled(after))).toBe('visit-cancelled');
  });

  it('is concluded though an earlier cancellation was reported late', () => {
    expect(given(stream, conducted('2025-01-20'), cancelled('2025-01-10')).when(concluded('2025-01-22'))).toBe(
      'recorded',
    );
  });

  it('may be announced anew after it was cancelled', () => {
    expect(given(stream, announced(), cancelled(), announced(after)).when(conducted(after))).toBe('recorded');
  });

  it('takes plans that are only reported late, which change nothing', () => {
    for (const late of [announced, postponed, cancelled])
      expect(given(stream, conducted()).when(late(before))).toBe('recorded');
    expect(given(stream, cancelled()).when(postponed(before))).toBe('recorded');
    expect(given(stream, cancelled(), announced(before)).when(conducted(after))).toBe('visit-cancelled');
  });

  it('does not take for late what may have been on the same day', () => {
    expect(given(stream, conducted()).when(cancelled('2025-01~'))).toBe('visit-already-conducted');
    expect(given(stream, conducted('2025-01~')).when(cancelled())).toBe('visit-already-conducted');
    expect(given(stream, conducted()).when(cancelled('2025-01-01/..'))).toBe('visit-already-conducted');
  });

  it('says what contradicts it', () => {
    expect(given(stream, conducted()).explained(conducted(after))).toBe(
      'The visit has already been conducted: another date of it is a correction; the stream holds: conducted 2025-01-14',
    );
  });

  it('is not concluded by one that may only have happened', () => {
    const rumoured = conducted('2025-01-14', { modality: 'hypothetical' });
    expect(given(stream, rumoured).when(conducted())).toBe('recorded');
    expect(given(stream, conducted()).when(rumoured)).toBe('recorded');
  });

  it('refuses a meeting, naming where meetings are recorded', () => {
    const meeting = sampleEvent('MeetingHeld');
    expect(given(stream).when(meeting)).toBe('not-for-this-stream');
    expect(given(stream).explained(meeting)).toBe('MeetingHeld is recorded in relation/…, not in visit/…');
  });

  it('keeps a small state, however many its plans', () => {
    const plans = Array.from({ length: 28 }, (_, day) => postponed(`2025-02-${String(day + 1).padStart(2, '0')}`));
    const { state } = given(stream, announced(), ...plans, conducted('2025-03-01'), concluded('2025-03-02'));
    expect(JSON.stringify(state).length).toBeLessThan(120);
  });
});
