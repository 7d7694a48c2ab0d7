import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BusEntry, bytesPerCall, entriesPerCall, entryBytes } from '#shared/subscriptions/event-bus/event-bus.ts';
import { batches } from '#shared/subscriptions/event-bus/publish.ts';

const entry = (detail: string): BusEntry => ({ source: 'chancery', detailType: 'MeetingHeld', detail, time: '' });

const bytesOf = (run: readonly BusEntry[]) => run.reduce((sum, each) => sum + entryBytes(each), 0);

const details = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.integer({ min: 1, max: 90_000 }).map((length) => 'é'.repeat(length)),
  fc.constant('x'.repeat(bytesPerCall)),
);

describe('the batches of the publisher', () => {
  it('are all entries in their order, and none is over a limit unless it is a single entry', () => {
    fc.assert(
      fc.property(fc.array(details, { maxLength: 60 }), (all) => {
        const entries = all.map(entry);
        const runs = batches(entries);
        expect(runs.flat()).toEqual(entries);
        for (const run of runs) {
          expect(run.length).toBeGreaterThan(0);
          expect(run.length).toBeLessThanOrEqual(entriesPerCall);
          expect(run.length === 1 || bytesOf(run) <= bytesPerCall).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are as few as the order allows: what begins a batch had no room in the one before', () => {
    fc.assert(
      fc.property(fc.array(details, { maxLength: 60 }), (all) => {
        const runs = batches(all.map(entry));
        for (const [index, run] of runs.slice(1).entries()) {
          const before = runs[index] ?? [];
          const together = bytesOf(before) + bytesOf(run.slice(0, 1));
          expect(before.length === entriesPerCall || together > bytesPerCall).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('count the bytes of text, not its letters', () => {
    const half = entry('é'.repeat(bytesPerCall / 4));
    expect(batches([half, half])).toHaveLength(2);
    expect(batches([entry('e'.repeat(bytesPerCall / 4)), entry('e'.repeat(bytesPerCall / 4))])).toHaveLength(1);
  });

  it('of nothing are none', () => {
    expect(batches([])).toEqual([]);
  });
});
