import { describe, expect, it } from 'vitest';
import type { RowRange, SortRange, StoredRow } from '#shared/projections/engine/read-models.ts';
import { mostRowsHeld, withWhole } from '#shared/projections/engine/with-whole.ts';

/** A store of one partition with so many rows, which counts its calls. */
function storeOf(count: number) {
  const rows = Array.from({ length: count }, (_, index): StoredRow => ({
    partition: 'a',
    sort: String(index).padStart(6, '0'),
    position: index + 1,
    data: {},
  }));
  const calls = { rows: 0, whole: 0 };
  return {
    calls,
    rows: async function* ({ partition }: RowRange) {
      calls.rows += 1;
      yield* partition === 'a' ? rows : [];
    },
    whole: async function* (_partitions: readonly string[], { from = '', to = '~' }: SortRange = {}) {
      calls.whole += 1;
      yield* rows.filter(({ sort }) => sort >= from && sort <= to);
    },
  };
}

const range: RowRange = { partition: 'a', order: 'descending', from: '000001' };

describe('a store with whole partitions', () => {
  it('lists them from memory, in either order and within a range', async () => {
    const store = storeOf(3);
    const held = await withWhole(store, ['a']);
    expect((await Array.fromAsync(held.rows(range))).map(({ sort }) => sort)).toEqual(['000002', '000001']);
    expect(await Array.fromAsync(held.whole(['a']))).toHaveLength(3);
    expect(store.calls).toEqual({ rows: 0, whole: 1 });
  });

  it('lists a range that lies in the one it holds from memory, and any other one from the store', async () => {
    const store = storeOf(9);
    const held = await withWhole(store, ['a'], { range: { from: '000002', to: '000006' } });
    const sorts = async (from: string, to?: string) =>
      (await Array.fromAsync(held.whole(['a'], { from, to }))).map(({ sort }) => Number(sort));
    expect(await sorts('000002', '000004')).toEqual([2, 3, 4]);
    expect(await Array.fromAsync(held.rows({ ...range, from: '000005', to: '000006' }))).toHaveLength(2);
    expect(store.calls).toEqual({ rows: 0, whole: 1 });
    expect(await sorts('000001', '000003')).toEqual([1, 2, 3]);
    expect(await sorts('000007')).toEqual([7, 8]);
    expect(store.calls).toEqual({ rows: 0, whole: 3 });
  });

  it('holds as many rows as are asked for at most', async () => {
    const store = storeOf(3);
    for (const most of [3, 2]) await Array.fromAsync((await withWhole(store, ['a'], { most })).rows(range));
    expect(store.calls).toEqual({ rows: 1, whole: 2 });
  });

  it.each([
    [mostRowsHeld, 0],
    [mostRowsHeld + 1, 1],
  ])('holds %i rows and reads %i lists again', async (count, reads) => {
    const store = storeOf(count);
    const held = await withWhole(store, ['a']);
    expect(await Array.fromAsync(held.rows(range))).not.toHaveLength(0);
    expect(store.calls).toEqual({ rows: reads, whole: 1 });
  });
});
