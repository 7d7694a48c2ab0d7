import type { Page } from '#shared/page.ts';
import type { Cursors } from '#shared/cursor.ts';

/**
 * Reads a page of a list after a cursor and signs the next cursor, keeping what else the page says; `list` names the
 * list and its filters.
 */
export async function signedPage<Read extends Page<unknown>>(
  asked: { readonly list: string; readonly cursors: Cursors; readonly cursor?: string | undefined },
  read: (after: string | undefined) => Promise<Read>,
): Promise<Omit<Read, 'next'> & { readonly next: string | null }> {
  const { list, cursors, cursor } = asked;
  const { next, ...page } = await read(cursor === undefined ? undefined : cursors.verify(list, cursor));
  return { ...page, next: next === undefined ? null : cursors.sign(list, next) };
}
