import type { Page } from '#shared/page.ts';
import { directory } from './directory.ts';
import { storedPartition } from '#shared/projections/engine/projection.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';

/** Names of the directory in their order. */
export async function namesAfter(
  store: Pick<ReadModels, 'rows'>,
  partition: string,
  {
    after,
    limit,
    prefix = '',
  }: { readonly after?: string | undefined; readonly limit: number; readonly prefix?: string },
): Promise<Page<string>> {
  const rows = store.rows({
    partition: storedPartition(directory, partition),
    order: 'ascending',
    ...(prefix !== '' || after !== undefined ? { from: after === undefined ? prefix : `${after} ` } : {}),
    to: `${prefix}\u{10ffff}`,
    pageSize: limit + 1,
  });
  const items: string[] = [];
  for await (const { sort } of rows) {
    if (items.length === limit) return { items, next: items.at(-1) ?? '' };
    items.push(sort);
  }
  return { items };
}
