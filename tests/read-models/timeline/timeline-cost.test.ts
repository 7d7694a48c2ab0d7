/** @module-tag dynamodb */
import { expect, it } from 'vitest';
import { applyProjection } from '#shared/projections/engine/apply-projection.ts';
import { readTimeline } from '#tests/support/read-timeline.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { costOf, counted } from '#tests/support/counted-client.ts';
import { freshDatabase, freshStores } from '#tests/support/tables.ts';
import { atPosition, firstRecord } from '#tests/support/feed-events.ts';

it('a page of a timeline costs two consistent queries, so that it has what an append has waited for', async () => {
  const client = freshDatabase();
  const { readModels } = await freshStores(client);
  const cost = counted(client);
  await applyProjection(timeline, readModels, [atPosition(1), atPosition(2, { occurred: '1971' })].map(firstRecord));
  const page = await costOf(cost, async () => {
    const { items } = await readTimeline(readModels, { dyad: 'BGD-PAK', order: 'newest', limit: 100 });
    expect(items).toHaveLength(2);
  });
  const oneConsistentRead = 1; // capacity units for up to 4 KB; one that may be stale is half of it
  expect(page).toEqual({ calls: ['Query', 'Query'], read: 2 * oneConsistentRead, write: 0 });
});
