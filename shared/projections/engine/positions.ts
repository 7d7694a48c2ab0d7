import { positionIn, storedEventKey, streamRange } from './stored-events.ts';
import { rowId, type RowReader } from './read-models.ts';

/** The global position of a stream's version; `undefined`: it is not sequenced yet. */
export async function positionOf(store: RowReader, stream: string, version: number): Promise<number | undefined> {
  const [row] = (await store.load([storedEventKey(stream, version)])).values();
  return row && positionIn(row);
}

/**
 * The global positions of a stream's versions; one that is not sequenced yet is absent. Versions that follow each other
 * are read in one query.
 */
export async function positionsOf(
  store: RowReader,
  stream: string,
  versions: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const [from, to] = [Math.min(...versions), Math.max(...versions)];
  if (versions.length > 1 && to - from < 2 * versions.length) {
    const rows = await Array.fromAsync(store.rows(streamRange(stream, from, to)));
    const found = new Map(rows.map((row) => [Number(row.sort), positionIn(row)]));
    return new Map(versions.flatMap((version) => (found.has(version) ? [[version, found.get(version) ?? 0]] : [])));
  }
  const rows = await store.load(versions.map((version) => storedEventKey(stream, version)));
  return new Map(
    versions.flatMap((version) => {
      const row = rows.get(rowId(storedEventKey(stream, version)));
      return row === undefined ? [] : [[version, positionIn(row)] as const];
    }),
  );
}
