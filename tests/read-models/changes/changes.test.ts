import { beforeEach, describe, expect, it } from 'vitest';
import { eventId } from '#shared/domain/events/event-address.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { type Block, eventsAfter, type PositionedEvent } from '#shared/feed/block.ts';
import { sweep } from '#shared/feed/sequence.ts';
import { type Change, changesOf, rememberedChanges } from '#shared/projections/engine/change.ts';
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

  it('cannot be told before the position of the corrected event is known', async () => {
    await record(meeting());
    await record(refined(1, '2025-01-15'));
    await expect(changes()).rejects.toThrow('relation.BGD-PAK.1 is corrected, but its position is not known yet');
  });

  it('cannot be told of an event that the ledger does not hold', async () => {
    await record(meeting());
    await record(refined(1, '2025-01-15'));
    await projectFeed(stores);
    const { ledger } = inMemoryStores();
    await expect(changesOf({ ...stores, ledger }, await events())).rejects.toThrow(
      'relation.BGD-PAK.1 is corrected, but is no event',
    );
  });
});

describe('what was read for one consumer', () => {
  it('serves all others that come by the same corrections', async () => {
    await record(meeting());
    await record(refined(1, '2025-01-15'), refined(1, '2025-01-16'));
    await projectFeed(stores);
    let reads = 0;
    const commits: typeof stores.ledger.commits = (...range) => ((reads += 1), stores.ledger.commits(...range));
    const changesOnce = rememberedChanges({ ...stores, ledger: { commits } });
    const [all, ...same] = await Promise.all([1, 2, 3].map(async () => changesOnce(await events())));
    expect(all).toEqual(await changes());
    for (const other of same) expect(other).toEqual(all);
    expect(await changesOnce(await events())).toEqual(all);
    expect(reads).toBe(2);
  });

  it('is asked for again where it failed', async () => {
    await record(meeting());
    await record(refined(1, '2025-01-15'));
    const changesOnce = rememberedChanges(stores);
    const told = await events();
    await expect(changesOnce(told)).rejects.toThrow('its position is not known yet');
    await projectFeed(stores);
    expect(await changesOnce(told)).toEqual(await changes());
  });
});
