/** @module-tag dynamodb */
import { type AttributeValue, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { storedRecord } from '#shared/verification/stored-record.ts';
import { verify } from '#shared/verification/verify.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting, visit } from '#tests/support/events.ts';
import { projectFeed } from '#tests/support/projecting.ts';
import { readTimeline } from '#tests/support/read-timeline.ts';
import { freshStores, type Stores } from '#tests/support/tables.ts';
import record from './second-layout-record.json' with { type: 'json' };

let stores: Stores;
const relation = 'relation/BGD-PAK';
const correction = (type: string, version: number, more: object = {}) =>
  NewEvent.parse({ type, of: `relation.BGD-PAK.${version}`, ...more });

type Stored = Readonly<Record<string, { readonly S?: string; readonly N?: string; readonly B?: string }>>;

const attribute = ({ S, N, B }: Stored[string]): AttributeValue =>
  B !== undefined ? { B: Buffer.from(B, 'base64') } : S !== undefined ? { S } : { N: N ?? '' };

/**
 * A record as version 2.0 wrote it: a visit, recorded under a key, and a relation of five meetings, of which one is
 * part of the visit, one was refined and reported by Dawn, one retracted; all but the last meeting are in the feed, in
 * blocks of which one is compressed.
 */
beforeEach(async () => {
  stores = await freshStores();
  for (const [TableName, items] of Object.entries(record as Readonly<Record<string, readonly Stored[]>>)) {
    for (const item of items) {
      const Item = Object.fromEntries(Object.entries(item).map(([name, value]) => [name, attribute(value)]));
      await stores.client.send(new PutItemCommand({ TableName, Item }));
    }
  }
});

const itemsOf = async (TableName: string) => (await stores.client.send(new ScanCommand({ TableName }))).Items ?? [];
const shown = async () => {
  const { items } = await readTimeline(stores.readModels, { dyad: 'BGD-PAK', order: 'oldest', limit: 20 });
  return items.map(({ id, occurred, corrections }) => ({ id, occurred, ...(corrections && { corrections }) }));
};

describe('a record of the second layout', () => {
  it('opens and verifies as it is', async () => {
    expect(await verify(storedRecord(stores))).toMatchObject({ streams: 2, commits: 6, events: 9, positions: 8, unsequenced: 1 });
  }); // prettier-ignore

  it('has its read models built from it', async () => {
    await projectFeed(stores);
    expect(await shown()).toEqual([
      { id: 'visit.dhaka.1', occurred: '2025-01-14' },
      { id: 'relation.BGD-PAK.3', occurred: '2025-01-14' },
      { id: 'relation.BGD-PAK.4', occurred: '2025-01-14' },
      { id: 'relation.BGD-PAK.1', occurred: '2025-01-15', corrections: 2 },
    ]);
  });

  it('keeps what it has decided', async () => {
    const append = appending(stores.ledger);
    const first = { stream: 'visit/dhaka', events: [visit({ occurred: '2025-01-14' })], idempotencyKey: 'first' };
    expect(await append(first)).toMatchObject({ version: 1, versions: [1] });
    const again = append({ stream: relation, events: [correction('EventConfirmed', 2)], mayCurate: true });
    await expect(again).rejects.toMatchObject({ rule: 'event-withdrawn' });
    const dawn = correction('ReportAttached', 1, { report: { publisher: 'Dawn' } });
    expect(await append({ stream: relation, events: [dawn], mayCurate: true })).toMatchObject({ versions: [] });
  });

  it('is followed by what is recorded now, and changed in nothing', async () => {
    const ledger = await itemsOf('Ledger');
    const append = appending(stores.ledger);
    await append({ stream: relation, events: [meeting({ summary: 'after it' })] });
    await append({ stream: relation, events: [correction('EventConfirmed', 3)], mayCurate: true });
    await sweep(stores, 1);
    await projectFeed(stores);
    expect(await verify(storedRecord(stores))).toMatchObject({ commits: 8, events: 11, positions: 11, unsequenced: 0 });
    expect(await itemsOf('Ledger')).toEqual(expect.arrayContaining(ledger));
    expect(await shown()).toHaveLength(6);
  });
});
