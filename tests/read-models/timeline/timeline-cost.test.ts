/** @module-tag dynamodb */
import { expect, it } from 'vitest';
import { applyProjection } from '#shared/projections/engine/apply-projection.ts';
import { readTimeline } from '#tests/support/read-timeline.ts';
import { newestEvents } from '#shared/read-models/phases/dyad-facts.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { costOf, counted } from '#tests/support/counted-client.ts';
import { freshDatabase, freshStores } from '#tests/support/tables.ts';
import { atPosition, firstRecord } from '#tests/support/feed-events.ts';

it('a page of a timeline costs one consistent query, so that it has what an append has waited for, and two from a day on', async () => {
  const client = freshDatabase();
  const { readModels } = await freshStores(client);
  const cost = counted(client);
  const events = [atPosition(1), atPosition(2, { occurred: '1971' }), atPosition(3, { occurred: '2020/2030' })];
  await applyProjection(timeline, readModels, events.map(firstRecord));
  const page = async (from: string | undefined, found: number) =>
    costOf(cost, async () => {
      const { items } = await readTimeline(readModels, { dyad: 'BGD-PAK', order: 'newest', limit: 100, from });
      expect(items).toHaveLength(found);
    });
  const oneConsistentRead = 1; // capacity units for up to 4 KB; one that may be stale is half of it
  expect(await page(undefined, 3)).toEqual({ calls: ['Query'], read: oneConsistentRead, write: 0 });
  expect(await page('2024-01-01', 2)).toEqual({ calls: ['Query', 'Query'], read: 2 * oneConsistentRead, write: 0 });
});

it('what rests on a whole timeline takes a query for each megabyte of its rows', async () => {
  const client = freshDatabase();
  const { readModels } = await freshStores(client);
  const cost = counted(client);
  const events = Array.from({ length: 1500 }, (_, index) => atPosition(index + 1));
  await applyProjection(timeline, readModels, events.map(firstRecord));
  const { calls } = await costOf(cost, async () => {
    expect((await newestEvents(readModels, 'BGD-PAK', undefined)).events).toHaveLength(1500);
  });
  expect(calls).toEqual(['Query']);
});
