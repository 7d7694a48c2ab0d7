/** @module-tag dynamodb */
import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { eventsAfter } from '#shared/feed/blocks/block.ts';
import { consumeFeed } from '#shared/feed/consumers/consume-feed.ts';
import { sequence, sweep } from '#shared/feed/sequencer/sequence.ts';
import { storedRecord } from '#shared/verification/stored-record.ts';
import { verify } from '#shared/verification/verify.ts';
import { projectFeed } from '#tests/support/projecting.ts';
import { readTimeline } from '#tests/support/read-timeline.ts';
import { freshStores, type Stores } from '#tests/support/tables.ts';
import record from './first-layout-record.json' with { type: 'json' };

let stores: Stores;

/**
 * A record as version 0.1 wrote it: three streams; their first seven events are in the feed, with markers and a head
 * item; the eighth is not.
 */
beforeEach(async () => {
  stores = await freshStores();
  for (const [TableName, items] of Object.entries(record)) {
    for (const Item of items) await stores.client.send(new PutItemCommand({ TableName, Item }));
  }
});

const counts = { streams: 3, commits: 7, events: 8 };

const summaries = async () =>
  (await stores.feed.read(0)).flatMap((block) => eventsAfter(0, block)).map(({ summary }) => summary);

const inFeed = async () => {
  const { Items = [] } = await stores.client.send(new ScanCommand({ TableName: 'Feed' }));
  return Items;
};

describe('a feed of the first layout', () => {
  it('is read and verified as it is, before anything new is written', async () => {
    expect(await stores.feed.head()).toMatchObject({ position: 7 });
    expect(await stores.feed.complete()).toMatchObject({ position: 0 });
    expect(await stores.feed.read(7)).toEqual([]);
    expect(await summaries()).toHaveLength(7);
    expect(await verify(storedRecord(stores))).toMatchObject({ ...counts, positions: 7, unsequenced: 1 });
    let seen = 0;
    await consumeFeed({ name: 'reader', handle: async (events) => void (seen += events.length) }, stores);
    expect(seen).toBe(7);
  });

  it('is gone on with in place: what is new follows it, and every version has its position', async () => {
    const before = await inFeed();
    await sweep(stores, 1);
    expect((await summaries()).at(-1)).toBe('not in the feed yet');
    expect(await verify(storedRecord(stores))).toMatchObject({ ...counts, positions: 8, unsequenced: 0 });
    expect(await stores.feed.complete()).toEqual(await stores.feed.head());
    let position = 0;
    for (const block of await stores.feed.read(0)) {
      for (const { stream, version } of eventsAfter(0, block)) {
        expect(await stores.feed.positionOf(stream, version)).toBe((position += 1));
      }
    }
    expect(await inFeed(), 'nothing of it is changed').toEqual(expect.arrayContaining(before));
  });

  it('has its read models built from it', async () => {
    await sweep(stores, 1);
    await projectFeed(stores);
    const timelines = ['BGD-PAK', 'BGD-IND'].map(async (dyad) =>
      readTimeline(stores.readModels, { dyad, order: 'oldest', limit: 20 }),
    );
    const listed = (await Promise.all(timelines)).flatMap(({ items }) => items.map(({ summary }) => summary));
    expect(listed).toEqual(expect.arrayContaining(['first', 'not in the feed yet']));
    expect(await stores.checkpoints.position('project')).toBe(8);
  });

  it('is completed in as many runs as it takes', async () => {
    const { commits } = await stores.walk.page();
    let looks = 0;
    for (let runs = 0; runs < 20 && (await stores.feed.head()).position < 8; runs += 1) {
      const feed = { ...stores.feed, blocksAfter: async (end: Parameters<typeof stores.feed.blocksAfter>[0]) => (await stores.feed.blocksAfter(end)).slice(0, 1) }; // prettier-ignore
      looks = 0;
      await sequence({ ...stores, feed }, commits, { hasTime: () => (looks += 1) <= 3 });
    }
    expect(await verify(storedRecord(stores))).toMatchObject({ ...counts, positions: 8, unsequenced: 0 });
  });

  it('takes in the next commits of its streams', async () => {
    const { commits } = await stores.walk.page();
    const [latest] = commits.filter(({ version, stream }) => stream === 'relation/BGD-PAK' && version === 6);
    await sequence(stores, latest === undefined ? [] : [latest]);
    expect(await stores.feed.positionOf('relation/BGD-PAK', 6)).toBe(8);
  });
});
