import { beforeEach, expect, it } from 'vitest';
import { rowId } from '#shared/projections/engine/read-models.ts';
import { type ContractStores, contract } from '#tests/support/store-contract.ts';

contract('the read models', (fresh) => {
  let store: ContractStores['readModels'];
  beforeEach(async () => {
    store = (await fresh()).readModels;
  });

  const row = (sort: string, position: number, data: unknown = { sort }) => ({ partition: 'p', sort, position, data });

  it('keep a row with its position', async () => {
    expect(await store.save(row('a', 3), undefined)).toBe(true);
    expect(await store.load([row('a', 0), row('b', 0)])).toEqual(new Map([[rowId(row('a', 3)), row('a', 3)]]));
  });

  it('take a row only from the position that was read', async () => {
    await store.save(row('a', 3), undefined);
    expect(await store.save(row('a', 4), undefined)).toBe(false);
    expect(await store.save(row('a', 5), 2)).toBe(false);
    expect(await store.save(row('a', 5), 3)).toBe(true);
  });

  it('load more rows than one call holds', async () => {
    const rows = Array.from({ length: 230 }, (_, index) => row(String(index), 1));
    await Promise.all(rows.map(async (each) => store.save(each, undefined)));
    expect((await store.load(rows)).size).toBe(230);
  });

  it('list a partition in order, between two sort keys, without tombstones', async () => {
    for (const sort of ['b', 'd', 'a', 'c']) await store.save(row(sort, 1), undefined);
    await store.save({ ...row('c', 2), data: undefined }, 1);
    const list = async (range: { order: 'ascending' | 'descending'; from?: string; to?: string; pageSize?: number }) =>
      (await Array.fromAsync(store.rows({ partition: 'p', ...range }))).map(({ sort }) => sort);
    expect(await list({ order: 'ascending' })).toEqual(['a', 'b', 'd']);
    expect(await list({ order: 'descending', pageSize: 1 })).toEqual(['d', 'b', 'a']);
    expect(await list({ order: 'ascending', from: 'b', to: 'c' })).toEqual(['b']);
    expect(await list({ order: 'ascending', from: 'c', to: 'b' })).toEqual([]);
    expect((await store.load([row('c', 0)])).get(rowId(row('c', 0)))).toMatchObject({ position: 2, data: undefined });
  });

  it('is written whatever is there, together with any number of others', async () => {
    const numbered = (index: number, data: unknown) => ({
      partition: 'p',
      sort: String(index).padStart(3, '0'),
      position: 7,
      data,
    });
    expect(await store.save({ ...numbered(1, 'before'), position: 3 }, undefined)).toBe(true);
    const rows = Array.from({ length: 60 }, (_, index) => numbered(index, { text: 'x'.repeat(1000), index }));
    await store.put(rows);
    await store.put(rows);
    expect(await Array.fromAsync(store.rows({ partition: 'p', order: 'ascending' }))).toEqual(rows);
    await store.put([]);
  });
});
