import type { StoredRow } from '#shared/projections/engine/read-models.ts';

/**
 * What rows say: those that are folded, with the position they have come to, and what is computed beside them. A
 * computed row may be there or not where it says nothing, since it is not computed in between.
 */
export function saidRows(rows: Iterable<StoredRow>): unknown[] {
  return [...rows].flatMap(({ position, ...row }): unknown[] => {
    if (!row.sort.endsWith('#suspects')) return [{ ...row, position }];
    return Object.keys(row.data as object).length === 0 ? [] : [row];
  });
}
