import { describe, expect, it } from 'vitest';
import { eventReader, readEvent, record } from '#shared/domain/events/recorded-event.ts';
import { sampleEvent } from '#tests/support/sample-event.ts';
import { recorder } from '#tests/support/recorder.ts';

const recording = { recordedAt: '2025-01-16T09:30:00.000Z', recordedBy: recorder('desk-officer') };
const address = { stream: 'relation/BGD-PAK', version: 7 };

describe('recording an event', () => {
  it('adds who recorded it, when, and the code of its type', () => {
    const event = sampleEvent('CallHeld');
    expect(record(event, recording)).toEqual({
      ...event,
      cameo: '041',
      schemaVersion: 1,
      modality: 'held',
      ...recording,
    });
  });

  it('keeps the code that its reporter gave', () => {
    expect(record(sampleEvent('CallHeld', { cameo: '040' }), recording).cameo).toBe('040');
  });

  it('adds no code where CAMEO has none', () => {
    expect(record(sampleEvent('ContextEventRecorded', { kind: 'election' }), recording)).not.toHaveProperty('cameo');
  });
});

describe('reading an event', () => {
  const stored = record(sampleEvent('CallHeld'), recording);

  it('adds its address, and its position once it has one', () => {
    expect(readEvent(stored, address)).toEqual({ ...stored, id: 'relation.BGD-PAK.7', ...address });
    expect(readEvent(stored, { ...address, position: 42 }).position).toBe(42);
    expect(readEvent(stored, address)).not.toHaveProperty('position');
  });

  it('refuses what is not an event, an unknown type and an unknown version, naming the event', () => {
    expect(() => readEvent('x', address)).toThrow('relation.BGD-PAK.7 cannot be read: it is not an event');
    expect(() => readEvent({ ...stored, type: 'Unheard' }, address)).toThrow('Unheard has no schema version 1 here');
    expect(() => readEvent({ ...stored, schemaVersion: 2 }, address)).toThrow('CallHeld has no schema version 2 here');
  });

  it('brings older versions up to date step by step, through a change of name too', () => {
    const versions: Record<string, number> = { CallHeld: 3 };
    const read = eventReader(
      {
        PhoneCallHeld: { 1: (event) => ({ ...event, type: 'CallHeld', channel: 'phone' }) },
        CallHeld: { 2: ({ remark, ...event }) => ({ ...event, summary: remark }) },
      },
      (type) => versions[type],
    );
    const old = { ...stored, type: 'PhoneCallHeld', remark: 'They spoke.' };
    expect(read(old, address)).toEqual({
      ...stored,
      type: 'CallHeld',
      schemaVersion: 3,
      channel: 'phone',
      summary: 'They spoke.',
      id: 'relation.BGD-PAK.7',
      ...address,
    });
    expect(old.type).toBe('PhoneCallHeld');
  });
});
