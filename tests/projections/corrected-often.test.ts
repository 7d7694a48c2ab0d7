/** @module-tag dynamodb */
import { expect, it } from 'vitest';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { sweep } from '#shared/feed/sequence.ts';
import { readTimeline } from '#tests/support/read-timeline.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting } from '#tests/support/events.ts';
import { projectFeed } from '#tests/support/projecting.ts';
import { freshStores } from '#tests/support/tables.ts';

const of = 'relation.BGD-PAK.1';

it('an event near the largest size may be corrected any number of times, and is still on the timeline', async () => {
  const stores = await freshStores();
  const append = appending(stores.ledger);
  const long = Array.from({ length: 29 }, (_, index) => ({ publisher: `p${index}`, title: 'x'.repeat(299), url: `https://example.org/${'x'.repeat(450)}` })); // prettier-ignore
  await append({ events: [meeting({ evidence: { reports: long } })] });
  const refine = (day: number) => NewEvent.parse({ type: 'EventDateRefined', of, occurred: `2025-01-${day + 10}` });
  const attach = (n: number) =>
    NewEvent.parse({ type: 'ReportAttached', of, report: { publisher: `later-${n}`, title: 'x'.repeat(299) } });
  for (let day = 0; day < 20; day += 1) await append({ events: [refine(day)] });
  for (let block = 0; block < 6; block += 1) {
    await append({ events: Array.from({ length: 10 }, (_, index) => attach(block * 10 + index)) });
  }
  await sweep(stores, 1);
  await projectFeed(stores);
  const { items } = await readTimeline(stores.readModels, { dyad: 'BGD-PAK', order: 'newest', limit: 10 });
  expect(items).toMatchObject([{ id: of, occurred: '2025-01-29', corrections: 80 }]);
  expect(items[0]?.evidence?.reports).toHaveLength(50);
});
