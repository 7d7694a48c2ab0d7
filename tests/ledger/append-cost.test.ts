/** @module-tag dynamodb */
import { beforeAll, describe, expect, it } from 'vitest';
import { lazily } from '#shared/domain/lazily.ts';
import { eventId } from '#shared/domain/events/event-address.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { eventAt } from '#shared/ledger/event-at.ts';
import { itemOf } from '#shared/ledger/commit-item.ts';
import { metered } from '#tests/bench/meter.ts';
import { appendAtOnce } from '#tests/support/append-at-once.ts';
import { appending } from '#tests/support/appending.ts';
import { itemBytes } from '#tests/support/capacity-units.ts';
import type { Cost } from '#tests/support/counted-client.ts';
import { meeting, visit } from '#tests/support/events.ts';
import { freshDatabase, freshStores, type Stores } from '#tests/support/tables.ts';
import { recorder } from '#tests/support/recorder.ts';

const client = lazily(() => freshDatabase());
let stores: Stores;
let costOf: (work: () => Promise<unknown>) => Promise<Cost>;
let append: ReturnType<typeof appending>;

beforeAll(async () => {
  stores = await freshStores(client());
  costOf = metered(client());
  append = appending(stores.ledger);
});

const emptySize = async (): Promise<number> => {
  await append({ stream: 'relation/ABW-PAK', events: [inRelation('ABW', '')] });
  const head = await stores.ledger.head('relation/ABW-PAK');
  return Buffer.byteLength(head?.events ?? '') - 2;
};

const inRelation = (code: string, summary: string): NewEvent => ({
  ...meeting({
    participants: [
      { party: code, role: 'participant' },
      { party: 'PAK', role: 'participant' },
    ],
  }),
  summary,
});

/** An event whose recorded JSON has exactly so many bytes. */
const ofBytes = async (code: string, bytes: number): Promise<NewEvent> =>
  inRelation(code, 'x'.repeat(bytes - (await emptySize())));

describe('the cost of an append', () => {
  it('of a 700-byte event to a new stream is one put of 1 WCU and no read', async () => {
    const event = await ofBytes('BEL', 700);
    const spent = await costOf(async () => append({ stream: 'relation/BEL-PAK', expectedVersion: 0, events: [event] }));
    expect(spent).toEqual({ calls: ['PutItem'], read: 0, write: 1 });
  });

  it('to an existing stream is one query of one item and one put', async () => {
    const event = await ofBytes('BEN', 700);
    await append({ stream: 'relation/BEN-PAK', events: [event] });
    const spent = await costOf(async () => append({ stream: 'relation/BEN-PAK', expectedVersion: 1, events: [event] }));
    expect(spent).toEqual({ calls: ['Query', 'PutItem'], read: 1, write: 1 });
  });

  it('with a key is a transaction of two items, at two units for each, and no further read', async () => {
    const stream = 'relation/BIH-PAK';
    const events = [await ofBytes('BIH', 700)];
    const once = async (more: object) => costOf(async () => append({ stream, events, ...more }));
    const transaction = { calls: ['TransactWriteItems'], read: 0, write: 4 };
    expect(await once({ idempotencyKey: 'first', expectedVersion: 0 })).toEqual(transaction);
    const afterHead = { calls: ['Query', 'TransactWriteItems'], read: 1, write: 4 };
    expect(await once({ idempotencyKey: 'second', expectedVersion: 1 })).toEqual(afterHead);
    expect(await once({ idempotencyKey: 'third' })).toEqual(afterHead);
  });

  it('does not grow with the length of the stream', async () => {
    const costAfter = async (code: string, commits: number) => {
      const request = { stream: `relation/${code}-PAK`, events: [await ofBytes(code, 700)] };
      await appendAtOnce(client(), async (appendFirst) => {
        for (let filled = 0; filled < commits; filled += 1) await appendFirst(request);
      });
      return costOf(async () => append(request));
    };
    expect(await costAfter('BLR', 301)).toEqual(await costAfter('BLZ', 1));
  });

  it('of ten 700-byte events in one commit is 8 WCU, not 20', async () => {
    const event = await ofBytes('BTN', 700);
    const events = Array.from({ length: 10 }, () => event);
    const spent = await costOf(async () => append({ stream: 'relation/BTN-PAK', expectedVersion: 0, events }));
    expect(spent).toEqual({ calls: ['PutItem'], read: 0, write: 8 });
  });

  it('adds at most 300 bytes of its own to the JSON of the events', async () => {
    const keyed = { idempotencyKey: '01934b7e-5d7c-7c3a-9d6b-1f2e3d4c5b6a', recordedBy: recorder() };
    await append({ stream: 'visit/01JH2ZK8M4T6W8Y0A2C4E6G8J0', expectedVersion: 0, events: [visit()], ...keyed });
    await append({ stream: 'relation/BGD-PAK', expectedVersion: 0, events: [meeting()], ...keyed });
    for (const stream of ['visit/01JH2ZK8M4T6W8Y0A2C4E6G8J0', 'relation/BGD-PAK']) {
      const head = await stores.ledger.head(stream);
      if (head === undefined) throw new Error(`${stream} was not written`);
      expect(itemBytes(itemOf(head)) - Buffer.byteLength(head.events)).toBeLessThanOrEqual(300);
    }
  });
});

it('to read one event reads one commit, however large those before and after it are', async () => {
  const stream = 'relation/BDI-PAK';
  const large = Array.from({ length: 3 }, () => inRelation('BDI', 'x'.repeat(60_000)));
  await append({ stream, events: large });
  await append({ stream, events: [await ofBytes('BDI', 700)] });
  await append({ stream, events: large });
  const reading = async (version: number) => costOf(async () => eventAt(stores.ledger, eventId(stream, version)));
  expect(await reading(4)).toEqual({ calls: ['Query'], read: 1, write: 0 });
  // 180 KB, at 4 KB a unit.
  expect(await reading(6)).toEqual({ calls: ['Query'], read: 45, write: 0 });
});

describe('the cost of a correction', () => {
  const refined = (stream: string, version: number, day = 15) =>
    NewEvent.parse({ type: 'EventDateRefined', of: eventId(stream, version), occurred: `2025-01-${day}` });
  const retracted = (stream: string, version: number) =>
    NewEvent.parse({ type: 'EventRetracted', of: eventId(stream, version), reason: 'false' });

  it('is two small items and, the first time, the event itself, whatever the length of the stream', async () => {
    const stream = 'relation/BRB-PAK';
    const events = [await ofBytes('BRB', 700)];
    await appendAtOnce(client(), async (appendFirst) => {
      for (let filled = 0; filled < 300; filled += 1) await appendFirst({ stream, events });
    });
    for (const version of [1, 150, 300]) {
      const first = await costOf(async () => append({ stream, events: [refined(stream, version)] }));
      expect(first).toEqual({ calls: ['Query', 'BatchGetItem', 'Query', 'TransactWriteItems'], read: 4, write: 4 });
      const second = await costOf(async () => append({ stream, events: [refined(stream, version)] }));
      expect(second).toEqual({ calls: ['Query', 'BatchGetItem', 'TransactWriteItems'], read: 3, write: 4 });
    }
  });

  it('of several corrections of one event is that of one', async () => {
    const stream = 'relation/BMU-PAK';
    await append({ stream, events: [await ofBytes('BMU', 700)] });
    const events = [15, 16, 17].map((day) => refined(stream, 1, day));
    const { calls, write } = await costOf(async () => append({ stream, events }));
    expect(calls).toEqual(['Query', 'BatchGetItem', 'Query', 'TransactWriteItems']);
    expect(write).toBe(4);
  });

  it.each(['relation/BHS-PAK', 'visit/corrected-often'])(
    'is the same after 10, 100 and 1 000 of one event, and leaves appends as they were: %s',
    { timeout: 120_000 },
    async (stream) => {
      const isVisit = stream.startsWith('visit/');
      const plain = isVisit ? visit({ modality: 'planned' }) : await ofBytes('BHS', 700);
      await append({ stream, events: [isVisit ? visit({ occurred: '2025-01-14' }) : plain] });
      await append({ stream, events: [plain] });
      const confirmed = (number: number) =>
        NewEvent.parse({ type: 'EventConfirmed', of: eventId(stream, 1), summary: `${number} ${'x'.repeat(100)}` });
      const early = await costOf(async () => append({ stream, events: [plain] }));
      const costs: Cost[] = [];
      let made = 0;
      for (const wanted of [10, 100, 1000]) {
        // The last one before it is a commit of its own, so that the head is as small as ever.
        for (; made < wanted - 2; made = Math.min(made + 50, wanted - 2)) {
          const count = Math.min(50, wanted - 2 - made);
          await append({ stream, events: Array.from({ length: count }, (_, index) => confirmed(made + index)) });
        }
        await append({ stream, events: [confirmed(wanted - 1)] });
        costs.push(await costOf(async () => append({ stream, events: [confirmed(wanted)] })));
        made = wanted;
      }
      const [ten, hundred, thousand] = costs;
      expect(hundred).toEqual(ten);
      expect(thousand).toEqual(ten);
      expect(ten).toMatchObject({ calls: ['Query', 'BatchGetItem', 'TransactWriteItems'], read: 3, write: 4 });
      expect(await costOf(async () => append({ stream, events: [plain] }))).toEqual(early);
      const many = append({ stream, events: [confirmed(1001)] });
      await expect(many).rejects.toMatchObject({ rule: 'too-many-corrections' });
      expect(await append({ stream, events: [retracted(stream, 1)] })).toMatchObject({ versions: [1005] });
    },
  );

  it('of 1 000 retractions leaves a small append as it was', { timeout: 120_000 }, async () => {
    const stream = 'relation/BOL-PAK';
    const event = await ofBytes('BOL', 700);
    for (let filled = 0; filled < 11; filled += 1) {
      await append({ stream, events: Array.from({ length: 100 }, () => inRelation('BOL', '')) });
    }
    await append({ stream, events: [event] });
    const early = await costOf(async () => append({ stream, events: [event] }));
    for (let filled = 0; filled < 25; filled += 1) {
      const events = Array.from({ length: 40 }, (_, index) => retracted(stream, filled * 40 + index + 1));
      await append({ stream, events });
    }
    await append({ stream, events: [event] });
    expect(await costOf(async () => append({ stream, events: [event] }))).toEqual(early);
    const again = append({ stream, events: [NewEvent.parse({ type: 'EventConfirmed', of: eventId(stream, 1000) })] });
    await expect(again).rejects.toMatchObject({ rule: 'event-withdrawn' });
    const head = await stores.ledger.head(stream);
    expect(head?.state).toBe('4:[{}]');
  });
});
