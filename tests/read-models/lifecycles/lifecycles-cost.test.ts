/** @module-tag dynamodb */
import { beforeAll, expect, it } from 'vitest';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { findAgreements } from '#shared/read-models/agreements/query.ts';
import { findRepresentation } from '#shared/read-models/representation/query.ts';
import { findVisits } from '#shared/read-models/visits/query.ts';
import { metered } from '#tests/bench/meter.ts';
import { as } from '#tests/support/sample-event.ts';
import { appendAtOnce } from '#tests/support/append-at-once.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting } from '#tests/support/events.ts';
import { projectFeed } from '#tests/support/projecting.ts';
import { freshDatabase, freshStores } from '#tests/support/tables.ts';

const announced = (year: number, month: number) =>
  NewEvent.parse({
    type: 'VisitAnnounced',
    occurred: `${year}-01-01`,
    plannedFor: `${year}-${String(month).padStart(2, '0')}-10`,
    ...as('BGD:visitor', 'PAK:host'),
  });
const signed = NewEvent.parse({
  type: 'AgreementSigned',
  title: 'Trade agreement',
  occurred: '2024-01-01',
  ...as('BGD:signatory', 'PAK:signatory'),
});

/** A history of so many years, with twelve visits and as many meetings in each, before the year that is asked about. */
async function after(years: number) {
  const client = freshDatabase();
  const stores = await freshStores(client);
  const append = appending(stores.ledger);
  await appendAtOnce(client, async (appendFirst) => {
    for (let year = 2024 - years; year < 2024; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        await appendFirst({ stream: `visit/v${year}-${month}`, events: [announced(year, month)] });
        await appendFirst({ events: [meeting({ occurred: `${year}-06-01` })] });
      }
    }
    await appendFirst({ stream: 'visit/asked', events: [announced(2024, 6)] });
  });
  await sweep(stores, 1);
  await projectFeed(stores);
  return { stores, append, costOf: metered(client) };
}

/** Histories of a year and of twelve, made once for the tests that compare them. */
let histories: Awaited<ReturnType<typeof after>>[];
beforeAll(async () => {
  histories = await Promise.all([1, 12].map(after));
});

it('a calendar costs what is in its range, not what was before it', async () => {
  const [short, long] = await Promise.all(
    histories.map(async ({ stores, costOf }) =>
      costOf(async () => {
        const asked = { of: 'BGD-PAK', on: '2024-05-01', from: '2024-06-01', to: '2024-06-30', limit: 100 };
        expect((await findVisits(stores.readModels, asked)).items).toHaveLength(1);
      }),
    ),
  );
  expect(short?.calls).toEqual(['Query', 'Query', 'ExecuteStatement']);
  expect(long).toEqual(short);
});

it('an event of a lifecycle costs the same to project whatever came before', async () => {
  const [short, long] = await Promise.all(
    histories.map(async ({ stores, append, costOf }) => {
      await append({ stream: 'agreement/trade', events: [signed] });
      await append({ stream: 'visit/asked', events: [announced(2024, 7)] });
      await sweep(stores, 1);
      const { read, write } = await costOf(async () => projectFeed(stores));
      return { read, write };
    }),
  );
  expect(short?.write).toBeGreaterThan(0);
  expect(long).toEqual(short);
});

it('agreements cost two queries, or four for those of all, and a call for their lifecycles, and representation one call, whatever else the two did', async () => {
  const { stores, append, costOf } = await after(1);
  await append({ stream: 'agreement/trade', events: [signed] });
  await sweep(stores, 1);
  await projectFeed(stores);
  const asked = { on: '2024-06-01' };
  const agreements = await costOf(async () =>
    findAgreements(stores.readModels, { of: 'BGD-PAK', limit: 10, ...asked }),
  );
  expect(agreements).toEqual({ calls: ['Query', 'Query', 'ExecuteStatement'], read: 3, write: 0 });
  const all = await costOf(async () => findAgreements(stores.readModels, { limit: 10, ...asked }));
  expect(all).toEqual({ calls: ['Query', 'Query', 'Query', 'Query', 'ExecuteStatement'], read: 2, write: 0 });
  const representation = await costOf(async () => findRepresentation(stores.readModels, { dyad: 'BGD-PAK', ...asked }));
  expect(representation).toEqual({ calls: ['ExecuteStatement'], read: 3, write: 0 });
});
