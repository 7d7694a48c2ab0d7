import type { Page } from '#shared/page.ts';
import { directory, type OfficeEnds, officeNames, type OfficeRow } from './directory.ts';
import { storedPartition } from '#shared/projections/engine/projection.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';

/** An office of a party with one who was ever named in it, by the rest of its key. */
export interface NamedOffice {
  readonly sort: string;
  /** Its first and last report as of now; null: there is none; `undefined`: the dossiers tell. */
  readonly ends: OfficeEnds | null | undefined;
}

/** Offices of the directory in their order: one query. */
export async function officesAfter(
  store: Pick<ReadModels, 'rows'> & { readonly upTo?: number | undefined },
  party: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<NamedOffice>> {
  const { upTo = Number.POSITIVE_INFINITY } = store;
  const rows = store.rows({
    partition: storedPartition(directory, officeNames(party)),
    order: 'ascending',
    ...(after !== undefined && { from: `${after} ` }),
    pageSize: limit + 1,
  });
  const items: NamedOffice[] = [];
  for await (const { sort, position, data } of rows) {
    if (items.length === limit) return { items, next: items.at(-1)?.sort ?? '' };
    const { ends = null, isUnsettled } = data as OfficeRow;
    items.push({ sort, ends: isUnsettled === true || position > upTo ? undefined : ends });
  }
  return { items };
}
