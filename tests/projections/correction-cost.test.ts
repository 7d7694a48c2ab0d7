/** @module-tag dynamodb */
import { expect, it } from 'vitest';
import { metered } from '#tests/bench/meter.ts';
import { firstDayOf, monthsLater } from '#shared/domain/dates/calendar.ts';
import { eventId } from '#shared/domain/events/event-address.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { eventsAfter } from '#shared/feed/blocks/block.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { changesOf } from '#shared/projections/engine/changes-of.ts';
import { appendAtOnce } from '#tests/support/append-at-once.ts';
import { appending } from '#tests/support/appending.ts';
import type { Cost } from '#tests/support/counted-client.ts';
import { meeting } from '#tests/support/events.ts';
import { projectFeed } from '#tests/support/projecting.ts';
import { freshDatabase, freshStores } from '#tests/support/tables.ts';

const stream = 'relation/BGD-PAK';
const inOrder = ({ calls, ...units }: Cost) => ({ ...units, calls: calls.toSorted() });

/**
 * What it costs to project a correction of an event in a stream of so many others, which came before and after it and
 * happened in other months: those of its own month may be the same.
 */
async function costAmong(others: number, correction: object): Promise<Cost> {
  const client = freshDatabase();
  const stores = await freshStores(client);
  const append = appending(stores.ledger);
  const half = Math.ceil(others / 2);
  let months = 0;
  const other = () => meeting({ occurred: firstDayOf(monthsLater('1990-01', (months += 1))) });
  await appendAtOnce(client, async (appendFirst) => {
    const record = async (count: number) => {
      for (let left = count; left > 0; left -= 10)
        await appendFirst({ events: Array.from({ length: Math.min(left, 10) }, other) });
    };
    await record(half);
    await appendFirst({ events: [meeting({ summary: 'This one' })] });
    await record(others - half);
  });
  await sweep(stores, 1);
  await projectFeed(stores);
  await append({ events: [NewEvent.parse({ of: eventId(stream, half + 1), ...correction })] });
  await sweep(stores, 1);
  const costOf = metered(client);
  return inOrder(await costOf(async () => projectFeed(stores)));
}

it.each([
  { type: 'EventDateRefined', occurred: '2025-02-03' },
  { type: 'EventRetracted', reason: 'duplicate' },
  { type: 'EventCorrected', changes: { bearsOn: ['BGD-IND', 'IND-PAK'] } },
])('a correction costs the same to project whatever the length of its stream: $type', async (correction) => {
  const [short, long] = await Promise.all([1, 300].map(async (others) => costAmong(others, correction)));
  expect(short?.read).toBeGreaterThan(0);
  expect(short?.write).toBeGreaterThan(0);
  expect(long).toEqual(short);
});

it('what a correction changes costs two rows in one call; what an event changes costs nothing', async () => {
  const client = freshDatabase();
  const stores = await freshStores(client);
  const append = appending(stores.ledger);
  await append();
  await append({ events: [NewEvent.parse({ type: 'EventConfirmed', of: eventId(stream, 1) })] });
  await sweep(stores, 1);
  await projectFeed(stores);
  const [event, correction] = (await stores.feed.read(0)).flatMap((block) => eventsAfter(0, block));
  const costOf = metered(client);
  const costOfChange = async (of: typeof event) => costOf(async () => changesOf(stores, of ? [of] : []));
  expect(await costOfChange(event)).toEqual({ calls: [], read: 0, write: 0 });
  expect(await costOfChange(correction)).toEqual({ calls: ['BatchGetItem'], read: 2, write: 0 });
});
