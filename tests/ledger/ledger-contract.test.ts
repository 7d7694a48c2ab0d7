import { beforeEach, expect, it } from 'vitest';
import { type Commit, chainHash, genesisHash } from '#shared/ledger/commit.ts';
import { type ContractStores, contract } from '#tests/support/store-contract.ts';

const commit = (more: Partial<Commit> = {}): Commit => {
  const { stream = 'relation/BGD-PAK', version = 1, count = 1 } = more;
  const events = JSON.stringify(Array.from({ length: count }, (_, index) => ({ n: version + index })));
  const previousHash = genesisHash(stream);
  return {
    stream,
    version,
    count,
    events,
    previousHash,
    hash: chainHash(previousHash, events),
    commitId: `commit-${version}`,
    state: '1:{}',
    committedAt: '2025-01-16T09:00:00.000Z',
    ...more,
  };
};

contract('the ledger', (fresh) => {
  let ledger: ContractStores['ledger'];
  beforeEach(async () => {
    ({ ledger } = await fresh());
  });

  it('has no head for a stream without commits', async () => {
    expect(await ledger.head('relation/BGD-PAK')).toBeUndefined();
  });

  it('keeps a commit as it was put', async () => {
    const put = commit({ request: 'digest' });
    expect(await ledger.put(put)).toBeUndefined();
    expect(await ledger.head(put.stream)).toEqual(put);
    expect(await ledger.commitAt(put.stream, 1)).toEqual(put);
  });

  it('never replaces a commit, and shows the one that stands there', async () => {
    const first = commit({ commitId: 'first' });
    await ledger.put(first);
    expect(await ledger.put(commit({ commitId: 'second' }))).toEqual({ commit: first });
    expect(await ledger.head(first.stream)).toEqual(first);
  });

  it('remembers a key together with the commit, or neither', async () => {
    const keyed = commit({ commitId: 'key', request: 'digest' });
    const keyOf = { stream: keyed.stream, version: 1 };
    expect(await ledger.putOnce(keyed, keyed.stream)).toBeUndefined();
    expect(await ledger.recall(keyed.stream, 'key')).toEqual(keyOf);
    expect(await ledger.putOnce({ ...keyed, version: 2 }, keyed.stream)).toEqual({ keyOf });
    expect(await ledger.putOnce(commit({ commitId: 'other' }), keyed.stream)).toEqual({ commit: keyed });
    expect(await ledger.recall(keyed.stream, 'other')).toBeUndefined();
  });

  it('lets one of many writers have a version', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => ledger.put(commit({ commitId: String(index) }))),
    );
    expect(outcomes.filter((standing) => standing === undefined)).toHaveLength(1);
  });

  it('reads a stream from any version on, in both directions, also from within a commit', async () => {
    for (const [version, count] of [
      [1, 3],
      [4, 1],
      [5, 2],
    ] as const) {
      await ledger.put(commit({ version, count }));
    }
    const versions = async (range: Parameters<typeof ledger.commits>[1]) =>
      (await Array.fromAsync(ledger.commits('relation/BGD-PAK', range))).map(({ version }) => version);
    expect(await versions({ direction: 'forward' })).toEqual([1, 4, 5]);
    expect(await versions({ direction: 'forward', from: 2 })).toEqual([1, 4, 5]);
    expect(await versions({ direction: 'forward', from: 4, pageSize: 1 })).toEqual([4, 5]);
    expect(await versions({ direction: 'forward', from: 7 })).toEqual([]);
    expect(await versions({ direction: 'backward' })).toEqual([5, 4, 1]);
    expect(await versions({ direction: 'backward', from: 4, pageSize: 1 })).toEqual([4, 1]);
    expect(await versions({ direction: 'backward', from: 2 })).toEqual([1]);
  });
});
