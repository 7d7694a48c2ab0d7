import { beforeAll, describe, expect, it } from 'vitest';
import { readTimeline } from '#tests/support/read-timeline.ts';
import { projectEvents } from '#tests/support/projecting.ts';
import { atPosition, correctionAt } from '#tests/support/feed-events.ts';
import { freshDatabase, freshStores, type Stores } from '#tests/support/tables.ts';
import type { Cost } from '#tests/support/counted-client.ts';
import { metered } from '#tests/bench/meter.ts';

const confirmed = (position: number) =>
  correctionAt(position, 1, { type: 'EventConfirmed', summary: `Confirmation ${String(position).padStart(4, '0')}` });

describe('an event that is corrected a thousand times', { tags: ['dynamodb'], timeout: 120_000 }, () => {
  let stores: Stores;
  /** What a correction cost after so many others; and what a page of the timeline then cost. */
  const corrections = new Map<number, Cost>();
  const pages = new Map<number, Cost>();

  beforeAll(async () => {
    const client = freshDatabase();
    stores = await freshStores(client);
    const costOf = metered(client);
    await projectEvents(stores, [atPosition(1)]);
    let position = 1;
    for (const before of [10, 100, 1000]) {
      while (position <= before) {
        const count = Math.min(100, before - position + 1);
        await projectEvents(
          stores,
          Array.from({ length: count }, (_, index) => confirmed(position + index + 1)),
        );
        position += count;
      }
      position += 1;
      const cost = await costOf(async () => projectEvents(stores, [confirmed(position)]));
      corrections.set(before, { ...cost, calls: cost.calls.toSorted() }); // some of them are made side by side
      const page = async () => readTimeline(stores.readModels, { dyad: 'BGD-PAK', order: 'newest', limit: 10 });
      pages.set(before, await costOf(page));
    }
  }, 120_000);

  it('costs the same calls and units for the thousandth correction as for the tenth', () => {
    const [tenth, ...later] = [...corrections.values()];
    expect(tenth?.calls.filter((call) => call === 'BatchGetItem')).toHaveLength(2);
    for (const cost of later) expect(cost).toEqual(tenth);
  });

  it('costs a timeline what any other event does', () => {
    for (const cost of pages.values()) expect(cost).toEqual({ calls: ['Query'], read: 1, write: 0 });
  });

  it('is shown with all of them', async () => {
    const { items } = await readTimeline(stores.readModels, { dyad: 'BGD-PAK', order: 'newest', limit: 10 });
    expect(items).toMatchObject([{ id: 'relation.BGD-PAK.1', corrections: 1001 }]);
  });
});

it(
  'an event near the largest size may be corrected any number of times, and is still on the timeline',
  { tags: ['dynamodb'] },
  async () => {
    const stores = await freshStores();
    const long = Array.from({ length: 29 }, (_, index) => ({ publisher: `p${index}`, title: 'x'.repeat(299), url: `https://example.org/${'x'.repeat(450)}` })); // prettier-ignore
    const refine = (day: number) =>
      correctionAt(day + 2, 1, { type: 'EventDateRefined', occurred: `2025-01-${day + 10}` });
    const attach = (n: number) =>
      correctionAt(n + 22, 1, { type: 'ReportAttached', report: { publisher: `later-${n}`, title: 'x'.repeat(299) } });
    await projectEvents(stores, [
      atPosition(1, { evidence: { reports: long } }),
      ...Array.from({ length: 20 }, (_, day) => refine(day)),
    ]);
    await projectEvents(
      stores,
      Array.from({ length: 60 }, (_, n) => attach(n)),
    );
    const { items } = await readTimeline(stores.readModels, { dyad: 'BGD-PAK', order: 'newest', limit: 10 });
    expect(items).toMatchObject([{ id: 'relation.BGD-PAK.1', occurred: '2025-01-29', corrections: 80 }]);
    expect(items[0]?.evidence?.reports).toHaveLength(50);
  },
);
