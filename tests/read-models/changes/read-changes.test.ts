import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf } from '#shared/projections/engine/changes-of.ts';
import { readChanges } from '#shared/read-models/changes/query.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { mentionedParties } from '#shared/domain/parties/mentioned-parties.ts';
import { dyadsConcerned } from '#shared/domain/parties/dyads-concerned.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { projectEvents } from '#tests/support/projecting.ts';
import { arbitrarySteps, dyads, historyOf } from '#tests/support/arbitrary-history.ts';
import { atPosition } from '#tests/support/feed-events.ts';

/** Positions of all changes of a subject, page by page. */
async function positionsOf(
  store: RowReader,
  { limit, after = 0, ...of }: { dyad?: string; party?: string; limit: number; after?: number },
) {
  const found: number[] = [];
  for (let last = after; ;) {
    const { items, next } = await readChanges(store, { ...of, after: last, limit });
    found.push(...items.map(({ position }) => position));
    if (next === last) return found;
    last = next;
  }
}

describe('all changes', () => {
  it('go on over the partitions that they are kept in, in pages of any size', async () => {
    const { readModels } = inMemoryStores();
    const positions = Array.from({ length: 12 }, (_, at) => 9_995 + at);
    await projectEvents(
      { readModels },
      positions.map((position) => atPosition(position)),
    );
    for (const limit of [1, 5, 7, 100]) {
      expect(await positionsOf(readModels, { limit, after: 9_994 })).toEqual(positions);
      expect(await positionsOf(readModels, { limit, after: 9_999 })).toEqual(positions.slice(5));
      expect(await positionsOf(readModels, { limit, after: 10_006 })).toEqual([]);
    }
  });
});

describe('the changes of a history with corrections', () => {
  it('are every event of the feed, and of a dyad those that concern it before or after', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySteps, fc.integer({ min: 1, max: 9 }), async (steps, limit) => {
        const { events } = await historyOf(steps);
        const { readModels } = inMemoryStores();
        await projectEvents({ readModels }, events);
        expect(await positionsOf(readModels, { limit })).toEqual(events.map(({ position }) => position));
        const all = await changesOf({ readModels }, events);
        for (const dyad of dyads) {
          const concerned = all.filter(({ before, after }) =>
            [before, after].some((event) => event !== undefined && dyadsConcerned(event).includes(dyad)),
          );
          expect(await positionsOf(readModels, { dyad, limit })).toEqual(concerned.map(({ position }) => position));
        }
        for (const party of ['BGD', 'CHN']) {
          const concerned = all.filter(({ before, after }) =>
            [before, after].some((event) => event !== undefined && mentionedParties(event).has(party)),
          );
          expect(await positionsOf(readModels, { party, limit })).toEqual(concerned.map(({ position }) => position));
        }
      }),
    );
  });
});
