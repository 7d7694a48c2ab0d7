import { expect, it } from 'vitest';
import { sliceLength, sliceLimits } from '#shared/feed/consumers/slice.ts';
import { type ReadModels, rowId } from '#shared/projections/engine/read-models.ts';
import { topicTrend } from '#shared/read-models/topics/query.ts';
import { atPosition } from '#tests/support/feed-events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { handleAll, projectEvents, servingConsumer } from '#tests/support/projecting.ts';
import { readTimeline } from '#tests/support/read-timeline.ts';

const thirty = 'AFG ARE AUS AUT BGD BRA CAN CHE CHN DEU EGY ESP FRA GBR IDN IND IRN ITA JPN KOR LKA MMR MYS NPL PAK RUS SAU THA TUR USA'.split(' '); // prettier-ignore
const topics = Array.from({ length: 30 }, (_, index) => `topic-${index}`);
const reports = Array.from({ length: 50 }, (_, index) => ({ publisher: `p${index}`, title: 'x'.repeat(300), url: `https://example.org/${'x'.repeat(450)}` })); // prettier-ignore

/** An event of about 53 KB among thirty parties, about thirty topics. */
const large = (position: number) =>
  atPosition(position, {
    type: 'TalksHeld',
    participants: thirty.flatMap((party) => [{ party, role: 'participant', office: `${party} ${'x'.repeat(150)}` }]),
    topics,
    evidence: { reports },
    summary: 'x'.repeat(2000),
  });

/** Counts units of one KB as they are written. */
function weighing(readModels: ReadModels) {
  let units = 0;
  const weigh = (row: { readonly partition: string; readonly sort: string; readonly data: unknown }) => {
    units += Math.ceil((Buffer.byteLength(rowId(row) + JSON.stringify(row.data)) + 40) / 1024);
  };
  const store: ReadModels = {
    ...readModels,
    save: async (writes) => (writes.forEach(({ row }) => weigh(row)), readModels.save(writes)),
    put: async (rows) => (rows.forEach(weigh), readModels.put(rows)),
  };
  return { store, units: () => units };
}

it('an event among thirty parties is stored once, and a row of a kilobyte leads to it from each relation', async () => {
  const { readModels } = inMemoryStores();
  const { store, units } = weighing(readModels);
  const event = large(1);
  expect(Buffer.byteLength(JSON.stringify(event))).toBeGreaterThan(45_000);
  const consumer = servingConsumer(store);
  const planned = consumer.plannedRows?.(event) ?? 0;
  await handleAll(consumer, [event]);
  // A timeline, a contact, a day and two months for each of 435 dyads, and less than three hundred other rows.
  expect(planned).toBeGreaterThan(5 * 435);
  expect(planned).toBeLessThan(5 * 435 + 300);
  expect(units()).toBeLessThan(planned + 100); // the event itself takes about fifty
  const { items } = await readTimeline(readModels, { dyad: `${thirty[3]}-${thirty[28]}`, order: 'newest', limit: 10 });
  expect(items).toMatchObject([{ id: event.id, summary: event.summary }]);
});

it('eighteen of them come in slices of two, and ask for 32 000 units where copies asked for 511 000', async () => {
  const { store, units } = weighing(inMemoryStores().readModels);
  const consumer = servingConsumer(store);
  const events = Array.from({ length: 18 }, (_, index) => large(index + 1));
  const sized = events.map((event) => ({ event, bytes: Buffer.byteLength(JSON.stringify(event)) }));
  const slice = sliceLength(sized, sliceLimits, consumer.plannedRows);
  expect(slice).toBeLessThanOrEqual(2);
  for (let start = 0; start < events.length; start += slice)
    await handleAll(consumer, events.slice(start, start + slice));
  expect(units()).toBeLessThan(32_000);
});

it('a topic counts all dyads of many parties in one row, and shows each of them', async () => {
  const { readModels } = inMemoryStores();
  const few = (position: number, codes: readonly string[]) =>
    atPosition(position, { participants: codes.map((party) => ({ party, role: 'participant' })), topics: ['trade'] });
  await projectEvents({ readModels }, [few(1, thirty.slice(0, 12)), few(2, thirty.slice(0, 2))]);
  const [month] = await topicTrend(readModels, { topic: 'trade', from: '2025-01', to: '2025-01' });
  expect(month).toMatchObject({
    n: 2,
    dyads: [{ dyad: `${thirty[0]}-${thirty[1]}`, n: 2 }, { n: 1 }, { n: 1 }, { n: 1 }, { n: 1 }],
  });
  const counted = await Array.fromAsync(
    readModels.rows({ partition: 'counted-events@2/topic/trade/dyads', order: 'ascending' }),
  );
  expect(counted).toHaveLength(2);
});
