import { inParallel } from '#shared/in-parallel.ts';
import { type TouchedRow, writeRows } from '#shared/projections/engine/apply-projection.ts';
import { boundedRowKey } from '#shared/projections/engine/bounded-key.ts';
import type { RowKey } from '#shared/projections/engine/projection.ts';
import { type ReadModels, rowId } from '#shared/projections/engine/read-models.ts';
import type { ScoresRow } from './projection.ts';

/** Rows that say the same, and how that is computed. */
export interface Computed {
  readonly keys: readonly RowKey[];
  readonly position: number;
  readonly compute: () => Promise<ScoresRow>;
  /** The same once the rows are there, after whatever others have written by then. */
  readonly again: () => Promise<ScoresRow>;
}

/**
 * Computes and writes rows, and returns those that are there then. A row is replaced by a later one only, and one that
 * says nothing is not begun. What a row says is computed while the row is there: it is begun first, so that another
 * writer to whom it would say nothing by then replaces it, and does not pass it by.
 */
export async function writeComputed<Row extends Computed>(store: ReadModels, rows: readonly Row[]): Promise<Row[]> {
  const there = await store.load(rows.flatMap(({ keys }) => keys.map(boundedRowKey)));
  const isThere = (key: RowKey) => there.has(rowId(boundedRowKey(key)));
  const computed = await inParallel(rows, async (row) => ({ row, data: await row.compute() }));
  const kept = computed.filter(({ row, data }) => row.keys.some(isThere) || Object.keys(data).length > 0);
  const begun = kept.map(({ row }) => row).filter(({ keys }) => !keys.every(isThere));
  await writeRows(store, begun.flatMap((row) => touched({ ...row, position: 0 }, {}, true)));
  const again = new Map(await inParallel(begun, async (row) => [row, await row.again()] as const));
  await writeRows(store, kept.flatMap(({ row, data }) => touched(row, again.get(row) ?? data)), there);
  return kept.map(({ row }) => row);
} // prettier-ignore

const touched = (
  { keys, position }: Pick<Computed, 'keys' | 'position'>,
  data: ScoresRow,
  isFirst = false,
): TouchedRow[] =>
  keys.map(boundedRowKey).map((key) => ({
    key,
    writesOnce: false,
    isFirst,
    fold: (before) => (before !== undefined && before.position >= position ? undefined : { ...key, position, data }),
  }));
