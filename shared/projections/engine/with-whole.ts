import type { RowRange, RowReader, SortRange, StoredRow } from './read-models.ts';

type Rows = Pick<RowReader, 'rows' | 'whole'>;

/** The rows that are cached at most: about 10 MB of rows of half a kilobyte. */
export const mostRowsHeld = 20_000;

interface Held {
  /** Absent: the partitions are read whole. */
  readonly range?: SortRange;
  /** Rows at most; absent: `mostRowsHeld`. */
  readonly most?: number;
}

/**
 * Reads whole partitions, or a range of each, fifty a call, and returns the store with their rows cached: listing them
 * afterwards takes no call. For what is read to its end anyway. Where there are too many rows it returns the store as
 * it is.
 */
export async function withWhole<Store extends Rows>(
  store: Store,
  partitions: readonly string[],
  { range: held, most = mostRowsHeld }: Held = {},
): Promise<Store> {
  const names = new Set(partitions);
  if (names.size === 0) return store;
  const found: StoredRow[] = [];
  for await (const row of store.whole([...names], held)) if (found.push(row) > most) return store;
  const rows = Map.groupBy(found, ({ partition }) => partition);
  const isHeld = (partition: string, asked: SortRange) => names.has(partition) && isWithin(asked, held);
  return {
    ...store,
    rows: (range) =>
      isHeld(range.partition, range) ? between(rows.get(range.partition) ?? [], range) : store.rows(range),
    whole: async function* (asked, range = {}) {
      for (const partition of new Set(asked))
        if (isHeld(partition, range))
          yield* between(rows.get(partition) ?? [], { ...range, partition, order: 'ascending' });
      const others = asked.filter((name) => !isHeld(name, range));
      if (others.length > 0) yield* store.whole(others, range);
    },
  };
}

/** Whether a range lies in another one. */
const isWithin = ({ from, to }: SortRange, { from: first, to: last }: SortRange = {}): boolean =>
  (first === undefined || (from !== undefined && from >= first)) &&
  (last === undefined || (to !== undefined && to <= last));

async function* between(rows: readonly StoredRow[], { from, to, order }: RowRange): AsyncGenerator<StoredRow> {
  const found = rows.filter(({ sort }) => (from === undefined || sort >= from) && (to === undefined || sort <= to));
  yield* order === 'ascending' ? found : found.toReversed();
}
