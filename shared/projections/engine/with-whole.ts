import type { RowRange, RowReader, StoredRow } from './read-models.ts';

type Rows = Pick<RowReader, 'rows' | 'whole'>;

/** The rows that are cached at most: about 10 MB of rows of half a kilobyte. */
export const mostRowsHeld = 20_000;

/**
 * Reads whole partitions, fifty a call, and returns the store with their rows cached: listing them afterwards takes no
 * call. For partitions that are read to their end anyway. Where they have more rows than `mostRowsHeld`, it returns the
 * store as it is.
 */
export async function withWhole<Store extends Rows>(store: Store, partitions: readonly string[]): Promise<Store> {
  const names = new Set(partitions);
  if (names.size === 0) return store;
  const found: StoredRow[] = [];
  for await (const row of store.whole([...names])) if (found.push(row) > mostRowsHeld) return store;
  const rows = Map.groupBy(found, ({ partition }) => partition);
  return {
    ...store,
    rows: (range) => (names.has(range.partition) ? between(rows.get(range.partition) ?? [], range) : store.rows(range)),
    whole: async function* (asked) {
      for (const name of names.intersection(new Set(asked))) yield* rows.get(name) ?? [];
      const others = asked.filter((name) => !names.has(name));
      if (others.length > 0) yield* store.whole(others);
    },
  };
}

async function* between(rows: readonly StoredRow[], { from, to, order }: RowRange): AsyncGenerator<StoredRow> {
  const found = rows.filter(({ sort }) => (from === undefined || sort >= from) && (to === undefined || sort <= to));
  yield* order === 'ascending' ? found : found.toReversed();
}
