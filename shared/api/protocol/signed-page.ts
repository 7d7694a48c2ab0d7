import type { Page } from '#shared/page.ts';
import type { Cursors } from '#shared/cursor.ts';

/** Reads a page of a list after a cursor and signs the next cursor; `list` names the list and its filters. */
export async function signedPage<Item>(
  asked: { readonly list: string; readonly cursors: Cursors; readonly cursor?: string | undefined },
  read: (after: string | undefined) => Promise<Page<Item>>,
): Promise<{ readonly items: readonly Item[]; readonly next: string | null }> {
  const { list, cursors, cursor } = asked;
  const { items, next } = await read(cursor === undefined ? undefined : cursors.verify(list, cursor));
  return { items, next: next === undefined ? null : cursors.sign(list, next) };
}
