import { expect, it } from 'vitest';
import { partyCodes } from '#shared/domain/parties/party-aliases.ts';
import { sliceLength, sliceLimits } from '#shared/feed/consumers/slice.ts';
import { type ReadModels, rowId } from '#shared/projections/engine/read-models.ts';
import { topicTrend } from '#shared/read-models/topics/query.ts';
import { atPosition } from '#tests/support/feed-events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { handleAll, projectEvents, servingConsumer } from '#tests/support/projecting.ts';
import { readTimeline } from '#tests/support/read-timeline.ts';

const parties = [...partyCodes].toSorted();
const codes = (n: number) => parties.slice(0, n).map((party) => ({ party, role: 'participant' }));
const dyad = (one: number, other: number) => `${parties[one]}-${parties[other]}`;

const topics = Array.from({ length: 30 }, (_, index) => `topic-${index}`);
const reports = Array.from({ length: 20 }, (_, index) => ({ publisher: `p${index}`, title: 'x'.repeat(300), url: `https://example.org/${'x'.repeat(450)}` })); // prettier-ignore

/** An event of about 60 KB among three hundred parties, about thirty topics. */
const large = (position: number) =>
  atPosition(position, {
    type: 'TalksHeld',
    participants: codes(300).map((participant) => ({ ...participant, office: 'x'.repeat(60) })),
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

it('an event among three hundred parties is stored once, and a few rows of each party lead to it', async () => {
  const { readModels } = inMemoryStores();
  const { store, units } = weighing(readModels);
  const event = large(1);
  expect(Buffer.byteLength(JSON.stringify(event))).toBeGreaterThan(50_000);
  const consumer = servingConsumer(store);
  const planned = consumer.plannedRows?.(event) ?? 0;
  await handleAll(consumer, [event]);
  // The multilateral list, a dossier, a count and three rows of an office for each party, where there are 44 850 pairs;
  // less than a hundred others.
  expect(planned).toBeGreaterThan(6 * 300);
  expect(planned).toBeLessThan(2000);
  expect(units()).toBeLessThan(2 * planned);
  const asked = { dyad: dyad(3, 28), order: 'newest', limit: 10 } as const;
  expect((await readTimeline(readModels, asked)).items).toEqual([]);
  const { items } = await readTimeline(readModels, { ...asked, withMultilateral: true });
  expect(items).toMatchObject([{ id: event.id, summary: event.summary }]);
});

it('an event of eight parties is still one of each pair', async () => {
  const { readModels } = inMemoryStores();
  await projectEvents({ readModels }, [
    atPosition(1, { participants: codes(8) }),
    atPosition(2, { participants: codes(9) }),
  ]);
  const { items } = await readTimeline(readModels, { dyad: dyad(0, 7), order: 'newest', limit: 10 });
  expect(items.map(({ position }) => position)).toEqual([1]);
});

it('two of the largest fill a slice of a consumer', () => {
  const consumer = servingConsumer(inMemoryStores().readModels);
  const sized = Array.from({ length: 6 }, (_, index) => large(index + 1)).map((event) => ({ event, bytes: 60_000 }));
  expect(sliceLength(sized, sliceLimits, consumer.plannedRows)).toBe(2);
});

it('a topic counts the dyads of events of two, and no pair of a multilateral one', async () => {
  const { readModels } = inMemoryStores();
  const trade = (position: number, n: number) => atPosition(position, { participants: codes(n), topics: ['trade'] });
  await projectEvents({ readModels }, [trade(1, 12), trade(2, 2)]);
  const [month] = await topicTrend(readModels, { topic: 'trade', from: '2025-01', to: '2025-01' });
  expect(month).toMatchObject({ n: 2, dyads: [{ dyad: dyad(0, 1), n: 1 }] });
});
