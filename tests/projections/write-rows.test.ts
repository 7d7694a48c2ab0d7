import { expect, it } from 'vitest';
import { applyProjection, type TouchedRow, writeRows } from '#shared/projections/engine/apply-projection.ts';
import { changes } from '#shared/read-models/changes/change-log.ts';
import { atPosition, firstRecord } from '#tests/support/feed-events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';

const row = (sort: string, writesOnce: boolean): TouchedRow => ({
  key: { partition: 'p', sort },
  writesOnce,
  isFirst: false,
  fold: () => ({ partition: 'p', sort, position: 1, data: {} }),
});

it('loads rows while those that are written once are put, and saves them afterwards', async () => {
  const { readModels } = inMemoryStores();
  const put = Promise.withResolvers<void>();
  const calls: string[] = [];
  const store: typeof readModels = {
    ...readModels,
    put: async (rows) => {
      calls.push('put');
      await put.promise;
      await readModels.put(rows);
      calls.push('is put');
    },
    load: async (keys) => {
      calls.push('load');
      queueMicrotask(put.resolve);
      return readModels.load(keys);
    },
    save: async (writes) => {
      calls.push('save');
      return readModels.save(writes);
    },
  };
  await writeRows(store, [row('folded', false), row('once', true)]);
  expect(calls).toEqual(['put', 'load', 'is put', 'save']);
});

it('saves nothing where rows that are written once could not be put', async () => {
  const { readModels } = inMemoryStores();
  const store: typeof readModels = { ...readModels, put: async () => Promise.reject(new Error('unavailable')) };
  await expect(writeRows(store, [row('folded', false), row('once', true)])).rejects.toThrow('unavailable');
  expect((await readModels.load([row('folded', false).key])).size).toBe(0);
});

it('puts a row without a read where all that ever touches it has come, and no other', async () => {
  const { readModels } = inMemoryStores();
  const calls: string[] = [];
  const store: typeof readModels = {
    ...readModels,
    load: async (keys) => (calls.push(...keys.map(({ sort }) => `load ${Number(sort)}`)), readModels.load(keys)),
    save: async (writes) => (
      calls.push(...writes.map(({ row: { sort } }) => `save ${Number(sort)}`)),
      readModels.save(writes)
    ),
    put: async (rows) => (calls.push(...rows.map(({ sort }) => `put ${Number(sort)}`)), readModels.put(rows)),
  };
  const logged = async (...positions: readonly number[]) =>
    applyProjection(
      changes,
      store,
      positions.map((position) => firstRecord(atPosition(position))),
    );
  await logged(3, 4, 5, 6, 7, 8, 9);
  expect(calls.toSorted()).toEqual(['load 0', 'load 8', 'put 4', 'save 0', 'save 8']);
  const before = await readModels.load([{ partition: 'changes@2/00000000', sort: '000000000004' }]);
  await logged(4, 5);
  expect(await readModels.load([{ partition: 'changes@2/00000000', sort: '000000000004' }])).toEqual(before);
});
