import { describe, expect, it } from 'vitest';
import type { EventTypeName } from '#shared/domain/events/event-types.ts';
import { given } from '#tests/support/given.ts';
import { type FieldsOf, sampleEvent } from '#tests/support/sample-event.ts';

const stream = 'visit/kamr-ul-hassan-pakistan-2025-01';
const on =
  <Type extends EventTypeName>(type: Type) =>
  (occurred = '2025-01-14', fields: FieldsOf<Type> = {}) =>
    sampleEvent(type, { occurred, ...fields });
const announced = on('VisitAnnounced');
const postponed = on('VisitPostponed');
const cancelled = on('VisitCancelled');
const conducted = on('VisitConducted');
const concluded = on('VisitConcluded');
const [before, after] = ['2025-01-02', '2025-01-20'];

describe('a visit', () => {
  it('is announced, postponed, conducted and concluded', () => {
    given(stream).when(announced()).thenRecorded();
    given(stream, announced()).when(postponed(after)).thenRecorded();
    given(stream, announced(), postponed()).when(conducted(after)).thenRecorded();
    given(stream, announced(), conducted()).when(concluded(after)).thenRecorded();
  });

  it('may be known first by any step', () => {
    for (const step of [conducted, concluded, postponed, cancelled]) given(stream).when(step()).thenRecorded();
  });

  it('may be announced and postponed several times', () => {
    given(stream, announced(), postponed()).when(postponed(after)).thenRecorded();
    given(stream, announced())
      .when(announced('2025-01-14', { plannedFor: '2025-02' }))
      .thenRecorded();
  });

  it('records nothing when a step is reported again', () => {
    for (const step of [announced, postponed, cancelled, conducted, concluded]) {
      given(stream, step()).when(step()).thenNothing();
    }
  });

  it('is conducted once and concluded once, whatever the other date', () => {
    for (const date of [before, after]) {
      given(stream, conducted()).when(conducted(date)).thenRefused('visit-already-conducted');
      given(stream, concluded()).when(concluded(date)).thenRefused('visit-already-concluded');
    }
  });

  it('is not announced, postponed or cancelled after it was conducted or concluded', () => {
    for (const late of [announced, postponed, cancelled]) {
      given(stream, conducted()).when(late()).thenRefused('visit-already-conducted');
      given(stream, concluded()).when(late(after)).thenRefused('visit-already-concluded');
    }
  });

  it('is not conducted, concluded or postponed after it was cancelled', () => {
    for (const late of [conducted, concluded, postponed]) {
      given(stream, announced(), cancelled()).when(late(after)).thenRefused('visit-cancelled');
    }
    given(stream, cancelled()).when(cancelled(after)).thenRefused('visit-cancelled');
  });

  it('is concluded though an earlier cancellation was reported late', () => {
    given(stream, conducted('2025-01-20'), cancelled('2025-01-10')).when(concluded('2025-01-22')).thenRecorded();
  });

  it('may be announced anew after it was cancelled', () => {
    given(stream, announced(), cancelled(), announced(after)).when(conducted(after)).thenRecorded();
  });

  it('takes plans that are only reported late, which change nothing', () => {
    for (const late of [announced, postponed, cancelled]) given(stream, conducted()).when(late(before)).thenRecorded();
    given(stream, cancelled()).when(postponed(before)).thenRecorded();
    given(stream, cancelled(), announced(before)).when(conducted(after)).thenRefused('visit-cancelled');
  });

  it('does not take for late what may have been on the same day', () => {
    given(stream, conducted()).when(cancelled('2025-01~')).thenRefused('visit-already-conducted');
    given(stream, conducted('2025-01~')).when(cancelled()).thenRefused('visit-already-conducted');
    given(stream, conducted()).when(cancelled('2025-01-01/..')).thenRefused('visit-already-conducted');
  });

  it('says what contradicts it', () => {
    given(stream, conducted())
      .when(conducted(after))
      .thenRefusedBecause(
        'The visit has already been conducted: another date of it is a correction; the stream holds: conducted 2025-01-14',
      );
  });

  it('is not concluded by one that may only have happened', () => {
    const rumoured = conducted('2025-01-14', { modality: 'hypothetical' });
    given(stream, rumoured).when(conducted()).thenRecorded();
    given(stream, conducted()).when(rumoured).thenRecorded();
  });

  it('refuses a meeting, naming where meetings are recorded', () => {
    const meeting = sampleEvent('MeetingHeld');
    given(stream).when(meeting).thenRefused('not-for-this-stream');
    given(stream).when(meeting).thenRefusedBecause('MeetingHeld is recorded in relation/…, not in visit/…');
  });

  it('keeps a small state, however many its plans', () => {
    const plans = Array.from({ length: 28 }, (_, day) => postponed(`2025-02-${String(day + 1).padStart(2, '0')}`));
    const { state } = given(stream, announced(), ...plans, conducted('2025-03-01'), concluded('2025-03-02'));
    expect(JSON.stringify(state).length).toBeLessThan(120);
  });
});
