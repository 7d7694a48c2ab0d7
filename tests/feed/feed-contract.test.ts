import { beforeEach, expect, it } from 'vitest';
import { type Block, composeBlock, emptyFeed, type FeedHead, headAfter } from '#shared/feed/blocks/block.ts';
import type { NotifiedVersions } from '#shared/feed/sequencer/stream-end.ts';
import { versionRows, versionRowsOf } from '#shared/feed/blocks/version-rows.ts';
import { type ContractStores, contract } from '#tests/support/store-contract.ts';

const commitOf = (stream: string, version: number, count: number) => ({
  stream,
  version,
  count,
  events: JSON.stringify(Array.from({ length: count }, (_, index) => ({ n: version + index }))),
  hash: `hash of ${stream} ${version}`,
});

const exactly = (version: number, count = 1): NotifiedVersions => ({
  first: version,
  firstEnds: version + count - 1,
  lastEnds: version + count - 1,
});

contract('the feed', (fresh) => {
  let feed: ContractStores['feed'];
  let end: FeedHead;
  let versions: Map<string, number>;
  beforeEach(async () => {
    ({ feed } = await fresh());
    end = emptyFeed;
    versions = new Map();
  });

  /** Puts a block with commits of so many events, without their rows. */
  const put = async (...commits: readonly (readonly [stream: string, count: number])[]): Promise<Block> => {
    const composed = commits.map(([stream, count]) => {
      const version = (versions.get(stream) ?? 0) + 1;
      versions.set(stream, version + count - 1);
      return commitOf(stream, version, count);
    });
    const block = composeBlock(end, composed);
    expect(await feed.put(block)).toBe(true);
    end = headAfter(block);
    return block;
  };

  /** Puts a block with its rows, and moves `complete` after them. */
  const append = async (...commits: readonly (readonly [stream: string, count: number])[]): Promise<Block> => {
    const block = await put(...commits);
    await feed.writeRows(versionRowsOf(block));
    await feed.moveComplete(headAfter(block));
    return block;
  };

  it('begins empty', async () => {
    expect(await feed.head()).toEqual(emptyFeed);
    expect(await feed.complete()).toEqual(emptyFeed);
    expect(await feed.read(0)).toEqual([]);
    expect(await feed.blocksAfter(emptyFeed)).toEqual([]);
  });

  it('goes on from position to position', async () => {
    await append(['visit/a', 2]);
    const second = await append(['visit/b', 1]);
    expect(second.position).toBe(3);
    expect(await feed.head()).toEqual({ position: 3, hash: second.hash });
    expect(await feed.complete()).toEqual({ position: 3, hash: second.hash });
  });

  it('takes one block at a position', async () => {
    const first = await put(['visit/a', 1]);
    expect(await feed.put(composeBlock(emptyFeed, [commitOf('visit/b', 1, 1)]))).toBe(false);
    expect(await feed.read(0)).toEqual([first]);
  });

  it('ends after the last block, also while its rows are not written', async () => {
    await append(['visit/a', 1]);
    const [second, third] = [await put(['visit/b', 2]), await put(['visit/a', 1])];
    expect(await feed.head()).toEqual(headAfter(third));
    expect((await feed.head('eventual')).position).toBe(1);
    expect(await feed.blocksAfter(await feed.complete())).toEqual([second, third]);
    expect(await feed.read(2)).toEqual([second, third]);
  });

  it('never moves back how far it is complete', async () => {
    const blocks = [await append(['visit/a', 1]), await append(['visit/b', 1])];
    for (const block of blocks) await feed.moveComplete(headAfter(block));
    expect(await feed.head('eventual')).toEqual(end);
  });

  it('knows at which positions versions are, also while their rows are not written', async () => {
    await append(['visit/a', 2], ['visit/b', 1], ['visit/a', 1], ['visit/a', 3]);
    await append(['visit/a', 1]);
    await put(['visit/b', 1], ['visit/a', 2]);
    const positions = await feed.positionsOf('visit/a', [1, 2, 3, 4, 6, 7, 8, 9, 10]);
    expect([...positions]).toEqual([[1, 1], [2, 2], [3, 4], [4, 5], [6, 7], [7, 8], [8, 10], [9, 11]]); // prettier-ignore
    expect(await feed.positionOf('visit/b', 2)).toBe(9);
    expect(await feed.positionOf('visit/b', 3)).toBeUndefined();
    expect(await feed.positionOf('visit/c', 1)).toBeUndefined();
    expect([...(await feed.positionsOf('visit/a', []))]).toEqual([]);
  });

  it('knows where streams end, a few or many at once, whichever of their versions is asked about', async () => {
    await append(['visit/a', 2], ['visit/b', 1], ['visit/a', 1], ['visit/a', 3], ['visit/c', 4]);
    const asked = new Map([
      ['visit/a', exactly(7)],
      ['visit/b', exactly(1)],
      ['visit/c', exactly(5, 2)],
      ['visit/d', exactly(1)],
      ['visit/e', { first: 3 }],
    ]);
    const ends = { 'visit/a': 6, 'visit/b': 1, 'visit/c': 4, 'visit/d': 0, 'visit/e': 0 };
    const versionsOf = async (some: ReadonlyMap<string, NotifiedVersions>) =>
      Object.fromEntries([...(await feed.streamEnds(some))].map(([stream, { version }]) => [stream, version]));
    expect(await versionsOf(asked)).toEqual(ends);
    for (const [stream, notified] of asked) {
      expect(await versionsOf(new Map([[stream, notified]]))).toEqual({ [stream]: ends[stream as keyof typeof ends] });
    }
    // Commits within the block, its first one and its last one.
    for (const [first, count] of [
      [1, 2],
      [3, 1],
      [4, 3],
    ] as const) {
      // prettier-ignore
      const again = new Map([...asked, ['visit/a', exactly(first, count)] as const]);
      expect((await versionsOf(again))['visit/a']).toBe(6);
    }
  });

  it('keeps the hash of a commit for the one that comes next', async () => {
    const commits = [commitOf('visit/a', 1, 2), commitOf('visit/a', 3, 1)];
    await feed.writeRows(versionRows(emptyFeed, commits));
    const ends = await feed.streamEnds(new Map([['visit/a', exactly(4)]]));
    expect(ends.get('visit/a')).toEqual({ version: 3, hash: 'hash of visit/a 3' });
  });

  it('tells which streams may miss a commit', async () => {
    await append(['visit/a', 2], ['visit/b', 1]);
    await put(['visit/c', 1]);
    const ends = [
      { stream: 'visit/a', version: 2 },
      { stream: 'visit/b', version: 2 },
      { stream: 'visit/c', version: 1 },
    ];
    expect(await feed.withoutRow(ends)).toEqual(new Set(['visit/b', 'visit/c']));
  });

  it('is read from any position on, also from within a block', async () => {
    const blocks = [await append(['visit/a', 3]), await append(['visit/b', 2]), await put(['visit/a', 2])];
    expect(await feed.read(0)).toEqual(blocks);
    expect(await feed.read(1)).toEqual(blocks);
    expect(await feed.read(3)).toEqual(blocks.slice(1));
    for (const after of [5, 6]) expect(await feed.read(after)).toEqual(blocks.slice(2));
    expect(await feed.read(7)).toEqual([]);
  });

  it('is read across the edge of a partition of ten thousand positions', async () => {
    for (let block = 0; block < 100; block += 1) await append(['visit/a', 99]);
    const straddling = await append(['visit/a', 150]);
    const last = await append(['visit/b', 5]);
    expect([straddling.position, last.position]).toEqual([9901, 10_051]);
    for (const after of [9900, 9998, 9999, 10_000, 10_049]) {
      expect((await feed.read(after))[0]).toEqual(straddling);
    }
    for (const after of [10_050, 10_053]) expect(await feed.read(after)).toEqual([last]);
    expect(await feed.read(10_055)).toEqual([]);
    expect(await feed.head()).toEqual(headAfter(last));
  });
});
