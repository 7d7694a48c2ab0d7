import type { Cursors } from '#shared/cursor.ts';

/** A page of a list that is computed anew for each: its place is how many items came before. `list` names the list and its filters. */
export function computedPage<Item>(
  items: readonly Item[],
  asked: {
    readonly list: string;
    readonly cursors: Cursors;
    readonly cursor?: string | undefined;
    readonly limit: number;
  },
): { readonly items: readonly Item[]; readonly next: string | null } {
  const { list, cursors, cursor, limit } = asked;
  const start = cursor === undefined ? 0 : Number(cursors.verify(list, cursor));
  const end = start + limit;
  return { items: items.slice(start, end), next: end < items.length ? cursors.sign(list, String(end)) : null };
}
