import { describe, expect, it } from 'vitest';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { type DatedEvent, mostCompared, sharedParts } from '#shared/domain/scoring/shared-parts.ts';
import { sampleEvent } from '#tests/support/sample-event.ts';

/** A meeting under an id, with what a test says about it. */
const met = (id: string, occurred: string, more: object = {}): DatedEvent => ({
  ...sampleEvent('MeetingHeld', { occurred, ...more }),
  ...occurredRange(occurred),
  id,
});
const partsOf = (...events: readonly DatedEvent[]) => Object.fromEntries(sharedParts(events));

describe('the part that an event counts', () => {
  it('is shared among those that are probably one, and whole where there is no suspect', () => {
    const events = [met('a', '2025-01-14'), met('b', '2025-01-14'), met('c', '2025-01-14'), met('d', '2025-01-15')];
    expect(partsOf(...events)).toEqual({ a: 1 / 3, b: 1 / 3, c: 1 / 3 });
  });

  it('sums to no more than there can be distinct events, in whatever order they come', () => {
    const events = [met('a', '2025-01-03'), met('vague', '2025-01'), met('b', '2025-01-20')];
    const parts = partsOf(...events);
    expect(parts).toEqual({ a: 1 / 2, vague: 1 / 3, b: 1 / 2 });
    expect(partsOf(...events.toReversed())).toEqual(parts);
  });

  it('is shared with what rests on the same document, whatever its date', () => {
    const evidence = { reports: [{ publisher: 'ICEWS', reference: '20718170' }] };
    expect(partsOf(met('a', '2013-11-12', { evidence }), met('b', '2014-01-01', { evidence }))).toEqual({
      a: 0.5,
      b: 0.5,
    });
  });

  it('is whole again once somebody has said that they are two, whichever says so', () => {
    expect(partsOf(met('a', '2025-01-14'), { ...met('b', '2025-01-14'), distinctFrom: ['a'] })).toEqual({});
  });

  it('is found among a hundred of one month: the next one counts whole', () => {
    const events = Array.from({ length: mostCompared + 1 }, (_, at) => met(String(at), '2025-01-14'));
    const parts = sharedParts(events);
    expect(parts.size).toBe(mostCompared);
    expect(parts.get('0')).toBe(1 / mostCompared);
  });
});
