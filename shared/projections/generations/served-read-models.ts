import { parseGeneration } from './generations.ts';
import type { RowKey } from '#shared/projections/engine/projection.ts';
import { rowId, type RowReader, type StoredRow } from '#shared/projections/engine/read-models.ts';

/** The rows of the serving generations, under the partition names of the queries. */
export interface ServedReadModels extends RowReader {
  /**
   * The version whose rows are read: a query of a projection that has versions with other rows reads each in its own
   * way.
   */
  version(projection: string): number;
}

/**
 * The read models as queries see them. A query names the partitions of any version of a projection
 * (`timeline@2/BGD-PAK`) and reads those of the generation that serves (`timeline@3.2/BGD-PAK`): the same generation
 * for all that it reads.
 */
export function servedReadModels(
  store: RowReader,
  serving: (projection: string) => string,
  upTo?: number,
): ServedReadModels {
  const served = (partition: string): string => {
    const [, name = '', rest = ''] = /^([^@/]+)@[^/]+(\/.*)$/s.exec(partition) ?? [];
    return `${serving(name)}${rest}`;
  };
  return {
    upTo,
    version: (projection) => parseGeneration(serving(projection))?.version ?? 0,
    load: async (keys) => {
      const asked = new Map(
        keys.map(({ partition, sort }) => [rowId({ partition: served(partition), sort }), partition]),
      );
      const rows = await store.load(
        keys.map(({ partition, sort }): RowKey => ({ partition: served(partition), sort })),
      );
      const named = [...rows].map(([id, row]): StoredRow => ({ ...row, partition: asked.get(id) ?? row.partition }));
      return new Map(named.map((row) => [rowId(row), row]));
    },
    whole: async function* (partitions, range) {
      const asked = new Map(partitions.map((partition) => [served(partition), partition]));
      for await (const row of store.whole([...asked.keys()], range))
        yield { ...row, partition: asked.get(row.partition) ?? row.partition };
    },
    rows: async function* ({ partition, ...range }) {
      for await (const row of store.rows({ partition: served(partition), ...range })) yield { ...row, partition };
    },
  };
}
