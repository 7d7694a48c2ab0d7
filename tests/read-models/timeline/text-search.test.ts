import { describe, expect, it } from 'vitest';
import { applyProjection } from '#shared/projections/engine/apply-projection.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { rowsPerPage } from '#shared/read-models/timeline/query.ts';
import { atPosition, firstRecord } from '#tests/support/feed-events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { readTimeline } from '#tests/support/read-timeline.ts';

describe('a search', () => {
  it('looks through a bounded part of a timeline for one page, and goes on from there', async () => {
    const { readModels } = inMemoryStores();
    const sample = atPosition(1, { occurred: '2025-01-14', summary: 'Hay' });
    const events = Array.from({ length: rowsPerPage + 1 }, (_, index) => ({
      ...sample,
      version: index + 1,
      position: index + 1,
      ...(index === rowsPerPage && { summary: 'The needle' }),
    }));
    await applyProjection(timeline, readModels, events.map(firstRecord));
    let queries = 0;
    const rows: typeof readModels.rows = (range) => {
      queries += 1;
      return readModels.rows(range);
    };
    const asked = { dyad: 'BGD-PAK', order: 'oldest', limit: 1, q: 'needle' } as const;
    const pages: (readonly number[])[] = [];
    let after: string | undefined;
    do {
      const page = await readTimeline({ ...readModels, rows }, { ...asked, after });
      pages.push(page.items.map(({ position }) => position));
      after = page.next;
    } while (after !== undefined && pages.length < 10);
    expect(pages.flat()).toEqual([rowsPerPage + 1]);
    expect(pages[0]).toEqual([]);
    expect(queries).toBe(pages.length);
  });
});
