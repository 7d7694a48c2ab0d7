import { expect, it } from 'vitest';
import { type TouchedRow, writeRows } from '#shared/projections/engine/apply-projection.ts';
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
