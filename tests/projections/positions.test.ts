import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventId } from '#shared/domain/events/event-address.ts';
import { eventsOf } from '#shared/ledger/stream-state.ts';
import { positionsOf } from '#shared/projections/engine/positions.ts';
import { withPositions } from '#shared/read-models/events/with-positions.ts';
import { appending } from '#tests/support/appending.ts';
import { costOf, counted } from '#tests/support/counted-client.ts';
import { projectEvents } from '#tests/support/projecting.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { freshDatabase, freshStores } from '#tests/support/tables.ts';
import { atPosition } from '#tests/support/feed-events.ts';

const stream = 'relation/BGD-PAK';

/** So many versions of a stream, one at every third position of the feed. */
const everyThird = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...atPosition(3 * (index + 1)),
    version: index + 1,
    id: eventId(stream, index + 1),
  }));

const versions = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('the positions of a stream', () => {
  it('are known for every version, however many there are', async () => {
    const { readModels } = inMemoryStores();
    const events = everyThird(250);
    for (const [from, to] of [[0, 99], [99, 101], [101, 250]]) await projectEvents({ readModels }, events.slice(from, to)); // prettier-ignore
    const found = await positionsOf(readModels, stream, versions(250));
    expect([...found]).toEqual(events.map(({ version, position }) => [version, position]));
  });

  it('are the same when events come again, in slices that overlap', async () => {
    const { readModels } = inMemoryStores();
    const events = everyThird(120);
    for (const [from, to] of [[0, 60], [30, 110], [0, 120], [90, 115]]) await projectEvents({ readModels }, events.slice(from, to)); // prettier-ignore
    const found = await positionsOf(readModels, stream, versions(120));
    expect([...found.values()]).toEqual(events.map(({ position }) => position));
  });

  it('are complete when another projector is at work at the same time, and stops half-way', async () => {
    const events = everyThird(120);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 120 }), async (half) => {
        const { readModels } = inMemoryStores();
        await Promise.all([
          projectEvents({ readModels }, events.slice(0, half)),
          projectEvents({ readModels }, events),
        ]);
        const found = await positionsOf(readModels, stream, versions(120));
        expect([...found.values()]).toEqual(events.map(({ position }) => position));
      }),
      { numRuns: 30 },
    );
  });

  it('are absent for versions that are not sequenced yet', async () => {
    const { readModels } = inMemoryStores();
    await projectEvents({ readModels }, everyThird(2));
    expect(await positionsOf(readModels, stream, [1, 2, 3, 101])).toEqual(new Map([[1, 3], [2, 6]])); // prettier-ignore
    expect(await positionsOf(readModels, 'visit/another', [1])).toEqual(new Map());
  });

  it('are added to the events that have one, and only to those', async () => {
    const { readModels, ledger } = inMemoryStores();
    await appending(ledger)();
    await appending(ledger)();
    await projectEvents({ readModels }, everyThird(1));
    const events = (await Array.fromAsync(ledger.commits(stream, { direction: 'forward' }))).flatMap((commit) =>
      eventsOf(commit),
    );
    const [first, second] = await withPositions(readModels, stream, events);
    expect(first).toEqual({ ...events[0], position: 3 });
    expect(second).toEqual(events[1]);
  });

  it('of a page of a hundred events cost one query', { tags: ['dynamodb'] }, async () => {
    const client = freshDatabase();
    const { readModels } = await freshStores(client);
    await projectEvents({ readModels }, everyThird(230));
    const cost = counted(client);
    const asked = versions(230).slice(80, 180);
    const { calls } = await costOf(cost, async () => {
      expect((await positionsOf(readModels, stream, asked)).size).toBe(100);
    });
    expect(calls).toEqual(['Query']);
  });
});
