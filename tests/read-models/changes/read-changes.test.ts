import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyProjection } from '#shared/projections/engine/apply-projection.ts';
import { changesOf } from '#shared/projections/engine/change.ts';
import { changesSubject, readChanges } from '#shared/read-models/changes/query.ts';
import { changes } from '#shared/read-models/changes/projection.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { dyadsConcerned } from '#shared/domain/parties/dyads-concerned.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { projectEvents } from '#tests/support/projecting.ts';
import { arbitrarySteps, dyads, historyOf } from '#tests/support/arbitrary-history.ts';
import { atPosition, firstRecord } from '#tests/support/feed-events.ts';

/** Positions of all changes of a subject, page by page. */
async function positionsOf(
  store: ReadModels,
  { subject, limit, after = 0 }: { subject?: string | undefined; limit: number; after?: number },
) {
  const found: number[] = [];
  for (let last = after; ; last = found.at(-1) ?? last) {
    const page = await readChanges(store, { subject, after: last, limit });
    found.push(...page.map(({ position }) => position));
    if (page.length === 0) return found;
  }
}

describe('all changes', () => {
  it('go on over the partitions that they are kept in, in pages of any size', async () => {
    const { readModels } = inMemoryStores();
    const positions = Array.from({ length: 12 }, (_, at) => 9_995 + at);
    await applyProjection(
      changes,
      readModels,
      positions.map((position) => firstRecord(atPosition(position))),
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
        const { ledger, events } = await historyOf(steps);
        const { readModels } = inMemoryStores();
        await projectEvents({ readModels, ledger }, events);
        expect(await positionsOf(readModels, { limit })).toEqual(events.map(({ position }) => position));
        const all = await changesOf({ ledger, readModels }, events);
        for (const dyad of dyads) {
          const concerned = all.filter(({ before, after }) =>
            [before, after].some((event) => event !== undefined && dyadsConcerned(event).includes(dyad)),
          );
          const subject = changesSubject({ dyad });
          expect(await positionsOf(readModels, { subject, limit })).toEqual(concerned.map(({ position }) => position));
        }
      }),
    );
  });
});
