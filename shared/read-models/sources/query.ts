import { addCounts, type Counts } from '#shared/domain/scoring/counts.ts';
import type { Page } from '#shared/page.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { withWhole } from '#shared/projections/engine/with-whole.ts';
import { monthsPartition, type PublisherRow, publishersRange, type SourceMonth } from './projection.ts';
import { undated } from './source-facts.ts';

export interface SourcesQuery {
  /** The beginning of the folded name. */
  readonly prefix: string;
  /** The first and the last month of events; absent: of any time. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly limit: number;
  /** The sort key of the last publisher of the page before. */
  readonly after?: string | undefined;
}

/** A publisher, and what its events add up to. */
export interface Source {
  readonly publisher: string;
  /** Events that it reports, and reports of them. */
  readonly events: number;
  readonly reports: number;
  /** Events of which it names another origin, and those whose origin another publisher reports as well. */
  readonly borrowed: number;
  readonly shared: number;
  /** Events that independent sources report. */
  readonly corroborated: number;
  readonly confirmed: number;
  readonly denied: number;
  /** Events that were retracted as false. */
  readonly retracted: number;
  readonly firstMonth: string | null;
  readonly lastMonth: string | null;
}

/**
 * Lists publishers by name, without those that have no event in the range: a query of their names, and a call for the
 * months of each fifty.
 */
export async function readSources(store: RowReader, { prefix, from, to, limit, after }: SourcesQuery): Promise<Page<Source>> {
  const found: { readonly sort: string; readonly name: string }[] = [];
  for await (const { sort, data } of store.rows({ ...publishersRange(prefix, after), pageSize: limit + 1 })) {
    found.push({ sort, name: (data as PublisherRow).name });
    if (found.length > limit) break;
  }
  const page = found.slice(0, limit);
  const held = await withWhole(store, page.map(({ sort }) => monthsPartition(sort)));
  const items = await Promise.all(page.map(async ({ sort, name }) => sourceOf(name, await monthsIn(held, sort, { from, to }))));
  const last = page.at(-1);
  return {
    items: items.filter(({ events }) => events > 0),
    ...(found.length > limit && last !== undefined && { next: last.sort }),
  };
} // prettier-ignore

async function monthsIn(
  store: RowReader,
  sort: string,
  { from, to }: Pick<SourcesQuery, 'from' | 'to'>,
): Promise<[month: string, Counts][]> {
  const range = { partition: monthsPartition(sort), order: 'ascending', from, to } as const;
  const months: [string, Counts][] = [];
  for await (const row of store.rows(range)) {
    const { counts } = row.data as SourceMonth;
    const isAsked = row.sort !== undated || (from === undefined && to === undefined);
    if (isAsked && (counts.events ?? 0) > 0) months.push([row.sort, counts]);
  }
  return months;
}

function sourceOf(publisher: string, months: readonly [string, Counts][]): Source {
  const sum = months.reduce<Counts>((all, [, counts]) => addCounts(all, counts), {});
  const count = (name: string): number => sum[name] ?? 0;
  const dated = months.map(([month]) => month).filter((month) => month !== undated);
  return {
    publisher,
    events: count('events'),
    reports: count('reports'),
    borrowed: count('borrowed'),
    shared: count('shared'),
    corroborated: count('corroborated'),
    confirmed: count('confirmed'),
    denied: count('denied'),
    retracted: count('retracted'),
    firstMonth: dated[0] ?? null,
    lastMonth: dated.at(-1) ?? null,
  };
}
