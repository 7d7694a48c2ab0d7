import { beforeEach, expect, it } from 'vitest';
import { type Block, composeBlock, emptyFeed } from '#shared/feed/block.ts';
import { type ContractStores, contract } from '#tests/support/store-contract.ts';

const commits = (stream: string, version: number, count: number) => [
  {
    stream,
    version,
    count,
    events: JSON.stringify(Array.from({ length: count }, (_, index) => ({ n: version + index }))),
  },
];

contract('the feed', (fresh) => {
  let feed: ContractStores['feed'];
  beforeEach(async () => {
    ({ feed } = await fresh());
  });

  /** Appends a block with so many events of a stream. */
  const append = async (stream: string, count: number): Promise<Block> => {
    const view = await feed.view([stream]);
    const version = (view.markers.get(stream) ?? 0) + 1;
    const block = composeBlock(view.head, commits(stream, version, count));
    expect(await feed.append(block, view, new Map([[stream, version + count - 1]]))).toBeDefined();
    return block;
  };

  it('begins empty', async () => {
    expect(await feed.head()).toEqual(emptyFeed);
    expect(await feed.read(0)).toEqual([]);
  });

  it('goes on from position to position, and knows how far each stream is', async () => {
    await append('visit/a', 2);
    const second = await append('visit/b', 1);
    expect(second.position).toBe(3);
    expect(await feed.head()).toEqual({ position: 3, hash: second.hash });
    const { markers } = await feed.view(['visit/a', 'visit/b', 'visit/c']);
    expect(markers).toEqual(new Map([['visit/a', 2], ['visit/b', 1], ['visit/c', 0]])); // prettier-ignore
  });

  it('takes a block only if nobody has moved the head or a marker', async () => {
    const early = await feed.view(['visit/a']);
    await append('visit/b', 1);
    const late = composeBlock(early.head, commits('visit/a', 1, 1));
    expect(await feed.append(late, early, new Map([['visit/a', 1]]))).toBeUndefined();
    const view = await feed.view(['visit/a']);
    await append('visit/a', 1);
    const stale = { head: (await feed.head()), markers: view.markers }; // prettier-ignore
    const twice = composeBlock(stale.head, commits('visit/a', 1, 1));
    expect(await feed.append(twice, stale, new Map([['visit/a', 1]]))).toBeUndefined();
    expect((await feed.head()).position).toBe(2);
  });

  it('is read from any position on, also from within a block', async () => {
    const blocks = [await append('visit/a', 3), await append('visit/b', 2), await append('visit/a', 1)];
    expect(await feed.read(0)).toEqual(blocks);
    expect(await feed.read(1)).toEqual(blocks);
    expect(await feed.read(3)).toEqual(blocks.slice(1));
    expect(await feed.read(5)).toEqual(blocks.slice(2));
    expect(await feed.read(6)).toEqual([]);
  });

  it('is read across the edge of a partition of ten thousand positions', async () => {
    for (let block = 0; block < 100; block += 1) await append('visit/a', 99);
    const straddling = await append('visit/a', 150);
    const last = await append('visit/b', 5);
    expect([straddling.position, last.position]).toEqual([9901, 10_051]);
    for (const after of [9900, 9998, 9999, 10_000, 10_049]) {
      expect((await feed.read(after))[0]).toEqual(straddling);
    }
    for (const after of [10_050, 10_053]) expect(await feed.read(after)).toEqual([last]);
    expect(await feed.read(10_055)).toEqual([]);
  });
});
