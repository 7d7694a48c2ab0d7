import { beforeEach, expect, it } from 'vitest';
import { boundedRowKey } from '#shared/projections/engine/bounded-key.ts';
import { rowId, type StoredRow } from '#shared/projections/engine/read-models.ts';
import { type ContractStores, contract } from '#tests/support/store-contract.ts';

contract('the read models', (fresh) => {
  let store: ContractStores['readModels'];
  beforeEach(async () => {
    store = (await fresh()).readModels;
  });

  const row = (sort: string, position: number, data: unknown = { sort }) => ({ partition: 'p', sort, position, data });

  /** Writes one row; `false`: another writer was faster. */
  const save = async (written: StoredRow, read?: number) => (await store.save([{ row: written, read }])).length === 0;

  it('keep a row with its position', async () => {
    expect(await save(row('a', 3))).toBe(true);
    expect(await store.load([row('a', 0), row('b', 0)])).toEqual(new Map([[rowId(row('a', 3)), row('a', 3)]]));
  });

  it('take a row only from the position that was read', async () => {
    await save(row('a', 3));
    expect(await save(row('a', 4))).toBe(false);
    expect(await save(row('a', 5), 2)).toBe(false);
    expect(await save(row('b', 5), 2)).toBe(false);
    expect(await save(row('a', 5), 3)).toBe(true);
  });

  it('take more rows than one call holds, and tell which of them another writer had written', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => row(String(index), 1));
    expect(await store.save(rows.map((each) => ({ row: each, read: undefined })))).toEqual([]);
    const next = rows.map((each, index) => ({ row: { ...each, position: 2 }, read: index % 20 === 0 ? undefined : 1 }));
    const lost = await store.save(next);
    expect(lost.map(({ sort }) => sort).toSorted()).toEqual(['0', '20', '40']);
    const found = await store.load(rows);
    expect([...found.values()].filter(({ position }) => position === 1).map(({ sort }) => sort).toSorted()).toEqual(['0', '20', '40']); // prettier-ignore
  });

  it('load more rows than one call holds', async () => {
    const rows = Array.from({ length: 230 }, (_, index) => row(String(index), 1));
    await store.save(rows.map((each) => ({ row: each, read: undefined })));
    expect((await store.load(rows)).size).toBe(230);
  });

  it('list a partition in order, between two sort keys', async () => {
    for (const sort of ['b', 'd', 'a']) await save(row(sort, 1));
    const list = async (range: { order: 'ascending' | 'descending'; from?: string; to?: string; pageSize?: number }) =>
      (await Array.fromAsync(store.rows({ partition: 'p', ...range }))).map(({ sort }) => sort);
    expect(await list({ order: 'ascending' })).toEqual(['a', 'b', 'd']);
    expect(await list({ order: 'descending', pageSize: 1 })).toEqual(['d', 'b', 'a']);
    expect(await list({ order: 'ascending', from: 'b', to: 'c' })).toEqual(['b']);
    expect(await list({ order: 'ascending', from: 'c', to: 'b' })).toEqual([]);
  });

  it('list partitions whole, more than one statement names and more than one page holds', async () => {
    const partitions = Array.from({ length: 51 }, (_, index) => `p${index}`);
    const text = 'x'.repeat(200_000);
    const rows = partitions.flatMap((partition, index) =>
      ['a', 'b', 'c']
        .slice(0, index % 4)
        .map((sort) => ({ partition, sort, position: 1, data: index < 4 ? { text } : {} })),
    );
    await store.put(rows);
    await store.put([{ ...row('a', 1), partition: 'p' }]);
    const found = await Array.fromAsync(store.whole([...partitions, 'p0', 'p1', 'nothing']));
    expect(found).toHaveLength(rows.length);
    const listed = Map.groupBy(found, ({ partition }) => partition);
    for (const [partition, expected] of Map.groupBy(rows, (each) => each.partition))
      expect(listed.get(partition)).toEqual(expected);
  });

  it.each(['small', 'large'])('list a range of several partitions whole, of %s rows', async (size) => {
    const text = 'x'.repeat(size === 'large' ? 200_000 : 10);
    const rows = ['p', 'q', 'r'].flatMap((partition) =>
      ['a', 'b', 'c', 'd'].map((sort) => ({ partition, sort, position: 1, data: { text } })),
    );
    await store.put(rows);
    const found = await Array.fromAsync(store.whole(['p', 'nothing', 'r'], { from: 'b', to: 'c' }));
    const names = found.map(({ partition, sort }) => partition + sort);
    expect(names.toSorted()).toEqual(['pb', 'pc', 'rb', 'rc']);
    expect(names.filter((name) => name.startsWith('r'))).toEqual(['rb', 'rc']);
    expect(await Array.fromAsync(store.whole(['p'], { from: 'c', to: 'b' }))).toEqual([]);
    expect(await Array.fromAsync(store.whole(['p'], { from: 'd' }))).toHaveLength(1);
  });

  it('are written whatever is there, together with any number of others', async () => {
    const numbered = (index: number, data: unknown) => row(String(index).padStart(3, '0'), 7, data);
    expect(await save({ ...numbered(1, 'before'), position: 3 })).toBe(true);
    const rows = Array.from({ length: 60 }, (_, index) => numbered(index, { text: 'x'.repeat(1000), index }));
    await store.put(rows);
    await store.put(rows);
    expect(await Array.fromAsync(store.rows({ partition: 'p', order: 'ascending' }))).toEqual(rows);
    await store.put([]);
  });

  it('hold a row under the longest keys that are made', async () => {
    const key = boundedRowKey({ partition: '\u{3316}'.repeat(3000), sort: '\u{1f600}'.repeat(3000) });
    expect(await save({ ...key, position: 1, data: 'found' })).toBe(true);
    const rows = store.rows({ partition: key.partition, order: 'ascending', from: key.sort, to: `${key.sort}#~` });
    expect(await Array.fromAsync(rows, ({ data }) => data)).toEqual(['found']);
  });
});
