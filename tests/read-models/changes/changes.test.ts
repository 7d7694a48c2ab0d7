import { beforeEach, describe, expect, it } from 'vitest';
import { eventId } from '#shared/domain/events/event-address.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { type Block, eventsAfter, type PositionedEvent } from '#shared/feed/blocks/block.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import type { Change } from '#shared/projections/engine/change.ts';
import { changesOf } from '#shared/projections/engine/changes-of.ts';
import { allBlocks } from '#shared/verification/stored-record.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting } from '#tests/support/events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { projectFeed } from '#tests/support/projecting.ts';

const stream = 'relation/BGD-PAK';
let stores: ReturnType<typeof inMemoryStores>;

beforeEach(() => {
  stores = inMemoryStores();
});

const record = async (...events: readonly NewEvent[]) => {
  await appending(stores.ledger)({ stream, events });
  await sweep(stores, 1);
};
const correction = (version: number, type: string, fields: object = {}) =>
  NewEvent.parse({ type, of: eventId(stream, version), ...fields });
const refined = (version: number, occurred: string) => correction(version, 'EventDateRefined', { occurred });

const events = async (): Promise<PositionedEvent[]> =>
  (await Array.fromAsync(allBlocks(stores.feed))).flatMap((block: Block) => eventsAfter(0, block));
const changes = async (): Promise<Change[]> => changesOf(stores, await events());

describe('what an event of the feed changes', () => {
  it('is, for a diplomatic event, that it is there', async () => {
    await record(meeting());
    await projectFeed(stores);
    const [event] = await events();
    expect(await changes()).toEqual([{ position: 1, recordedAt: event?.recordedAt, cause: event, after: event }]);
  });

  it('is, for a correction, the event as it was known before and after', async () => {
    await record(meeting({ summary: 'another' }), meeting());
    await record(refined(2, '2025-01-15'));
    await projectFeed(stores);
    const [, original, correcting] = await events();
    const [, , change] = await changes();
    expect(change).toEqual({
      position: 3,
      recordedAt: correcting?.recordedAt,
      cause: correcting,
      before: original,
      after: { ...original, occurred: '2025-01-15', corrections: 1 },
    });
  });

  it('leads from one to the next without a gap, whatever lies between them', async () => {
    await record(meeting(), meeting());
    await record(refined(1, '2025-01-15'), refined(2, '2025-01-16'));
    await record(meeting());
    await record(correction(1, 'EventDenied', { by: 'PAK' }));
    await record(correction(2, 'EventRetracted', { reason: 'duplicate' }), correction(1, 'EventConfirmed'));
    await projectFeed(stores);
    const known = new Map<string, unknown>();
    for (const { before, after } of await changes()) {
      expect(before).toEqual(known.get(after.id));
      known.set(after.id, after);
    }
    expect(known.get(eventId(stream, 1))).toMatchObject({ occurred: '2025-01-15', modality: 'held', corrections: 3 });
    expect(known.get(eventId(stream, 2))).toMatchObject({ withdrawn: { reason: 'duplicate' }, corrections: 2 });
  });

  it('is the same when later corrections are known already, or when it is asked for again alone', async () => {
    await record(meeting());
    await record(refined(1, '2025-01-15'));
    await projectFeed(stores);
    const early = await changes();
    await record(refined(1, '2025-01-16'));
    await record(correction(1, 'EventRetracted', { reason: 'false' }));
    await projectFeed(stores);
    expect((await changes()).slice(0, 2)).toEqual(early);
    const [, second] = await events();
    expect(await changesOf(stores, second ? [second] : [])).toEqual(early.slice(1));
  });

  it('cannot be told before the corrected event has its row', async () => {
    await record(meeting());
    await record(refined(1, '2025-01-15'));
    const [, correcting] = await events();
    await expect(changesOf(stores, correcting ? [correcting] : [])).rejects.toThrow(
      'relation.BGD-PAK.2 corrects relation.BGD-PAK.1, which has no row yet',
    );
  });
});
