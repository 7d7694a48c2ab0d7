import type { Cursors } from '#shared/cursor.ts';
import { fittingItems } from '#shared/page-size.ts';

/**
 * A page of a list that is computed anew for each: its place is how many items came before. It ends early where the
 * items are large. `list` names the list and its filters.
 */
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
  const page = fittingItems(items.slice(start, start + limit));
  const end = start + page.length;
  return { items: page, next: end < items.length ? cursors.sign(list, String(end)) : null };
}
