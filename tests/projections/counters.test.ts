import { describe, expect, it } from 'vitest';
import { applyProjection } from '#shared/projections/engine/apply-projection.ts';
import type { Change, SeenEvent } from '#shared/projections/engine/change.ts';
import { changes as changeLog } from '#shared/read-models/changes/change-log.ts';
import { countedEvents } from '#shared/read-models/parties/counted-events.ts';
import { aboutParty } from '#shared/read-models/timeline/list-names.ts';
import { readCounters } from '#shared/read-models/parties/read-counters.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { freshDatabase, freshStores } from '#tests/support/tables.ts';
import { metered } from '#tests/bench/meter.ts';
import { atPosition } from '#tests/support/feed-events.ts';

/** What a record at a position changes, recorded at that instant. */
const change = (position: number, recordedAt: string, after: SeenEvent, before?: SeenEvent): Change => ({
  position,
  recordedAt,
  cause: after,
  ...(before !== undefined && { before }),
  after,
});

const meeting = atPosition(1, { occurred: '2024-12-31' });
const refined: SeenEvent = { ...meeting, occurred: '2025-01-01' };
const retracted: SeenEvent = { ...refined, withdrawn: { reason: 'false' } };
const changes = [
  change(1, '2025-01-31T23:59:59.999Z', meeting),
  change(2, '2025-02-01T00:00:00.000Z', refined, meeting),
  change(3, '2025-04-10T12:00:00.000Z', retracted, refined),
  // Recorded before the first by another clock, and sequenced last.
  change(4, '2025-01-31T23:00:00.000Z', atPosition(4, { occurred: '2025-03' })),
];
const party = aboutParty('BGD');

describe('counts', () => {
  it.each([
    ['2025-01-31T22:59:59.999Z', {}],
    ['2025-01-31T23:30:00.000Z', { 2025: 1 }],
    ['2025-01-31T23:59:59.999Z', { 2024: 1, 2025: 1 }],
    ['2025-02-01T00:00:00.000Z', { 2025: 2 }],
    ['2025-03-15T00:00:00.000Z', { 2025: 2 }],
    ['2025-04-10T11:59:59.999Z', { 2025: 2 }],
    ['2025-04-10T12:00:00.000Z', { 2025: 1 }],
    [undefined, { 2025: 1 }],
  ])('are what was known at %s, across the months of recording: %j', async (asOf, expected) => {
    const { readModels } = inMemoryStores();
    await applyProjection(countedEvents, readModels, changes);
    await applyProjection(changeLog, readModels, changes);
    const counts = await readCounters(readModels, { subject: party, asOf });
    expect(Object.fromEntries([...counts].map(([year, { n }]) => [year, n]))).toEqual(expected);
  });

  it('cost the same to keep up after one event and after many', { tags: ['dynamodb'] }, async () => {
    const client = freshDatabase();
    const { readModels } = await freshStores(client);
    const costOf = metered(client);
    const add = async (position: number) =>
      applyProjection(countedEvents, readModels, [change(position, '2025-01-31T12:00:00.000Z', atPosition(position))]);
    await add(1);
    const second = await costOf(async () => add(2));
    for (let position = 3; position < 200; position += 1) await add(position);
    const later = await costOf(async () => add(200));
    expect([later.read, later.write]).toEqual([second.read, second.write]);
    // A row for each party, and one for all events.
    expect(second.write).toBe(3);
  });

  it(
    'of a party with many events are read as a row for each year and month of recording',
    { tags: ['dynamodb'] },
    async () => {
      const client = freshDatabase();
      const { readModels } = await freshStores(client);
      const many = Array.from({ length: 300 }, (_, at) =>
        change(at + 1, '2025-01-31T12:00:00.000Z', atPosition(at + 1)),
      );
      await applyProjection(countedEvents, readModels, many);
      const cost = await metered(client)(async () => readCounters(readModels, { subject: party }));
      expect(cost).toEqual({ calls: ['Query'], read: 1, write: 0 });
    },
  );
});
