/** @module-tag dynamodb */
import { beforeAll, describe, expect, it } from 'vitest';
import { eventId } from '#shared/domain/events/event-address.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { itemOf } from '#shared/ledger/commit-item.ts';
import { appending } from '#tests/support/appending.ts';
import { type Cost, costOf, counted } from '#tests/support/counted-client.ts';
import { meeting, visit } from '#tests/support/events.ts';
import { freshDatabase, freshStores, type Stores } from '#tests/support/tables.ts';

let stores: Stores;
let cost: Cost;
let append: ReturnType<typeof appending>;

beforeAll(async () => {
  const client = freshDatabase();
  stores = await freshStores(client);
  cost = counted(client);
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
    const spent = await costOf(cost, async () =>
      append({ stream: 'relation/BEL-PAK', expectedVersion: 0, events: [event] }),
    );
    expect(spent).toEqual({ calls: ['PutItem'], read: 0, write: 1 });
  });

  it('to an existing stream is one query of one item and one put', async () => {
    const event = await ofBytes('BEN', 700);
    await append({ stream: 'relation/BEN-PAK', events: [event] });
    const spent = await costOf(cost, async () =>
      append({ stream: 'relation/BEN-PAK', expectedVersion: 1, events: [event] }),
    );
    expect(spent).toEqual({ calls: ['Query', 'PutItem'], read: 1, write: 1 });
  });

  it('does not grow with the length of the stream', async () => {
    const event = await ofBytes('BLR', 700);
    const at = async () => costOf(cost, async () => append({ stream: 'relation/BLR-PAK', events: [event] }));
    await at();
    const early = await at();
    for (let filled = 0; filled < 300; filled += 1) await at();
    expect(await at()).toEqual(early);
  });

  it('of a correction is one query more, for its event, and nothing else', async () => {
    const stream = 'relation/BRB-PAK';
    const events = [await ofBytes('BRB', 700)];
    const correction = (version: number): NewEvent[] => [
      NewEvent.parse({ type: 'EventDateRefined', of: eventId(stream, version), occurred: '2025-01-15' }),
    ];
    await append({ stream, events });
    await append({ stream, events });
    const plain = await costOf(cost, async () => append({ stream, events }));
    const corrected = await costOf(cost, async () => append({ stream, events: correction(1) }));
    expect(corrected).toEqual({ calls: ['Query', ...plain.calls], read: plain.read + 1, write: plain.write });
    for (let filled = 0; filled < 300; filled += 1) await append({ stream, events });
    for (const version of [1, 150, 300]) {
      expect(await costOf(cost, async () => append({ stream, events: correction(version) }))).toEqual(corrected);
    }
  });

  it('of a correction that is judged with the earlier ones is one query more, and one of their index', async () => {
    const stream = 'relation/BHS-PAK';
    const events = [await ofBytes('BHS', 700)];
    let looked = 0;
    // The index is a read model, and counts for itself.
    const record = appending(stores.ledger, async () => {
      looked += 1;
      return [];
    });
    const attached = (publisher: number) =>
      NewEvent.parse({ type: 'ReportAttached', of: eventId(stream, 1), report: { publisher: String(publisher) } });
    await record({ stream, events });
    const early = await costOf(cost, async () => record({ stream, events: [attached(1)] }));
    expect([early.calls, early.write, looked]).toEqual([['Query', 'Query', 'Query', 'PutItem'], 1, 1]);
    for (let filled = 0; filled < 30; filled += 1) await record({ stream, events });
    const later = await costOf(cost, async () => record({ stream, events: [attached(2)] }));
    for (let filled = 0; filled < 60; filled += 1) await record({ stream, events });
    expect(await costOf(cost, async () => record({ stream, events: [attached(3)] }))).toEqual(later);
    expect(later.read - early.read).toBeLessThanOrEqual(6); // the last 20 commits, at 4 KB a unit
  });

  it('of several corrections of one event is one query for all of them', async () => {
    const stream = 'relation/BMU-PAK';
    await append({ stream, events: [await ofBytes('BMU', 700)] });
    const of = eventId(stream, 1);
    const events = ['2025-01-15', '2025-01-16', '2025-01-17'].map((occurred) =>
      NewEvent.parse({ type: 'EventDateRefined', of, occurred }),
    );
    const { calls } = await costOf(cost, async () => append({ stream, events }));
    expect(calls).toEqual(['Query', 'Query', 'PutItem']);
  });

  it('of ten 700-byte events in one commit is 8 WCU, not 20', async () => {
    const event = await ofBytes('BTN', 700);
    const events = Array.from({ length: 10 }, () => event);
    const spent = await costOf(cost, async () => append({ stream: 'relation/BTN-PAK', expectedVersion: 0, events }));
    expect(spent).toEqual({ calls: ['PutItem'], read: 0, write: 8 });
  });

  it('adds at most 300 bytes of its own to the JSON of the events', async () => {
    const keyed = { idempotencyKey: '01934b7e-5d7c-7c3a-9d6b-1f2e3d4c5b6a', recordedBy: 'analyst' };
    await append({ stream: 'visit/01JH2ZK8M4T6W8Y0A2C4E6G8J0', expectedVersion: 0, events: [visit()], ...keyed });
    await append({ stream: 'relation/BGD-PAK', expectedVersion: 0, events: [meeting()], ...keyed });
    for (const stream of ['visit/01JH2ZK8M4T6W8Y0A2C4E6G8J0', 'relation/BGD-PAK']) {
      const head = await stores.ledger.head(stream);
      if (head === undefined) throw new Error(`${stream} was not written`);
      expect(itemBytes(itemOf(head)) - Buffer.byteLength(head.events)).toBeLessThanOrEqual(300);
    }
  });
});

/** The size DynamoDB bills: UTF-8 bytes of names and strings; a number takes about a byte for two digits and one more. */
const itemBytes = (item: ReturnType<typeof itemOf>): number =>
  Object.entries(item).reduce((sum, [name, { S, N }]) => {
    const value = S === undefined ? Math.ceil((N ?? '').length / 2) + 1 : Buffer.byteLength(S);
    return sum + Buffer.byteLength(name) + value;
  }, 0);
