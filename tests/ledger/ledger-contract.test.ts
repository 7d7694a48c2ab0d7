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
    expect(await ledger.put(commit({ commitId: 'second' }))).toEqual({ commit: first, changed: new Map() });
    expect(await ledger.head(first.stream)).toEqual(first);
  });

  const decision = (data: unknown, revision = 1) => ({ revision, data: JSON.stringify(data) });

  it('writes a commit with all changes of decisions, or nothing', async () => {
    const changes = [
      { key: 'a', expected: 0, next: decision('first') },
      { key: 'b', expected: 0 },
      { key: 'c', expected: 'any', next: decision('any') },
    ] as const;
    expect(await ledger.put(commit(), changes)).toBeUndefined();
    const known = new Map([
      ['a', decision('first')],
      ['c', decision('any')],
    ]);
    expect(await ledger.decisions(['a', 'b', 'c'])).toEqual(known);
    const late = [
      { key: 'a', expected: 0, next: decision('second') },
      { key: 'd', expected: 0, next: decision('new') },
      { key: 'c', expected: 0 },
    ] as const;
    expect(await ledger.put(commit({ version: 2 }), late)).toEqual({ changed: known });
    expect(await ledger.commitAt('relation/BGD-PAK', 2)).toBeUndefined();
    expect(await ledger.decisions(['a', 'd'])).toEqual(new Map([['a', decision('first')]]));
  });

  it('changes a decision of the expected revision only, and says which one there is', async () => {
    await ledger.put(commit(), [{ key: 'a', expected: 0, next: decision('first') }]);
    const second = { key: 'a', expected: 1, next: decision('second', 2) } as const;
    expect(await ledger.put(commit({ version: 2 }), [second])).toBeUndefined();
    expect(await ledger.put(commit({ version: 3 }), [second])).toEqual({
      changed: new Map([['a', decision('second', 2)]]),
    });
    expect(await ledger.put(commit({ version: 3 }), [{ key: 'b', expected: 1 }])).toEqual({
      changed: new Map([['b', undefined]]),
    });
  });

  it('shows the commit that has the version, and the decisions that are not as expected', async () => {
    const first = commit({ commitId: 'first' });
    const taken = { key: 'a', expected: 0, next: decision('first') } as const;
    await ledger.put(first, [taken]);
    expect(await ledger.put(commit({ commitId: 'second' }), [taken])).toEqual({
      commit: first,
      changed: new Map([['a', decision('first')]]),
    });
  });

  it('changes a decision without a commit once', async () => {
    const change = { key: 'a', expected: 0, next: { ...decision('once'), expiresAt: 1_800_000_000 } } as const;
    expect(await ledger.decide(change)).toBeUndefined();
    expect(await ledger.decide({ ...change, next: decision('twice') })).toEqual({
      changed: new Map([['a', change.next]]),
    });
    expect(await ledger.decisions(['a'])).toEqual(new Map([['a', change.next]]));
  });

  it('reads any number of decisions', async () => {
    const keys = Array.from({ length: 99 }, (_, index) => `key-${index}`);
    await ledger.put(
      commit(),
      keys.map((key) => ({ key, expected: 0, next: decision(key) })),
    );
    expect((await ledger.decisions([...keys, ...keys.map((key) => `no-${key}`)])).size).toBe(99);
    expect(await ledger.decisions([])).toEqual(new Map());
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
