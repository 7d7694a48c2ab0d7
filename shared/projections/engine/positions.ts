import type { Projection, RowKey } from './projection.ts';
import { storedPartition } from './projection.ts';
import { type ReadModels, rowId } from './read-models.ts';

/** Positions of a hundred consecutive versions of a stream: one small row, so that a page of a stream needs one or two reads. */
export type PositionsRow = readonly number[];

const versionsPerRow = 100;

const rowOf = (stream: string, version: number): RowKey => ({
  partition: stream,
  sort: String(Math.floor((version - 1) / versionsPerRow)).padStart(8, '0'),
});

/** Answers "at which global position is this version of a stream?". */
export const positions: Projection<PositionsRow> = {
  name: 'positions',
  version: 1,
  keys: ({ stream, version }) => [rowOf(stream, version)],
  project: (row = [], { position }) => [...row, position],
};

/** The global positions of a stream's versions; a version that is not sequenced yet is absent. */
export async function positionsOf(
  store: Pick<ReadModels, 'load'>,
  stream: string,
  versions: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const keyOf = (version: number): RowKey => {
    const { partition, sort } = rowOf(stream, version);
    return { partition: storedPartition(positions, partition), sort };
  };
  const keys = new Map(versions.map(keyOf).map((key) => [rowId(key), key]));
  const rows = await store.load([...keys.values()]);
  const found = new Map<number, number>();
  for (const version of versions) {
    const row = rows.get(rowId(keyOf(version)))?.data as PositionsRow | undefined;
    const position = row?.[(version - 1) % versionsPerRow];
    if (position !== undefined) found.set(version, position);
  }
  return found;
}
