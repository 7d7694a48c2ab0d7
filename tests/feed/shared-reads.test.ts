import { describe, expect, it } from 'vitest';
import type { Block } from '#shared/feed/blocks/block.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { sharedReads } from '#shared/feed/consumers/shared-reads.ts';
import { appending } from '#tests/support/appending.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';

/** A feed of so many blocks, and the places that were read of it. */
async function feedOf(blocks: number) {
  const stores = inMemoryStores();
  for (let block = 0; block < blocks; block += 1) {
    await appending(stores.ledger)();
    await sweep(stores, 1);
  }
  const places: number[] = [];
  const read = async (after: number): Promise<readonly Block[]> => {
    places.push(after);
    return stores.feed.read(after);
  };
  return { stores, places, read };
}

const positions = (blocks: readonly Block[]) => blocks.map(({ position }) => position);

describe('the feed, read by many at the same time', () => {
  it('is read once at each place', async () => {
    const { read, places } = await feedOf(3);
    const feed = sharedReads({ read });
    const all = await Promise.all([feed.read(0), feed.read(1), feed.read(0), feed.read(3), feed.read(3)]);
    expect(all.map(positions)).toEqual([[1, 2, 3], [2, 3], [1, 2, 3], [], []]);
    expect(places).toEqual([0, 1, 3]);
  });

  it('is not read again within what was read', async () => {
    const { read, places } = await feedOf(6);
    const feed = sharedReads({ read });
    const served = [];
    for (const after of [0, 1, 2, 3, 5, 6]) served.push(positions(await feed.read(after)));
    expect(served).toEqual([[1, 2, 3], [2, 3], [3], [4, 5, 6], [6], []]);
    expect(places).toEqual([0, 3, 6]);
  });

  it('ends for all where it ended for the first', async () => {
    const { read, stores } = await feedOf(1);
    const feed = sharedReads({ read });
    expect(await feed.read(1)).toEqual([]);
    await appending(stores.ledger)();
    await sweep(stores, 1);
    expect(await feed.read(1)).toEqual([]);
    expect(positions(await sharedReads({ read }).read(1))).toEqual([2]);
  });

  it('is read again where it could not be read', async () => {
    const { read } = await feedOf(1);
    let failures = 1;
    const failing = async (after: number) => {
      failures -= 1;
      if (failures >= 0) throw new Error('out of reach');
      return read(after);
    };
    const feed = sharedReads({ read: failing });
    await expect(feed.read(0)).rejects.toThrow('out of reach');
    expect(positions(await feed.read(0))).toEqual([1]);
  });

  it('forgets what was read long ago, so that a long run does not keep the whole feed', async () => {
    const { read, places } = await feedOf(15);
    const feed = sharedReads({ read });
    for (const place of [0, 3, 6, 9, 12, 12, 3, 1]) await feed.read(place);
    expect(places).toEqual([0, 3, 6, 9, 12, 1]);
  });
});
