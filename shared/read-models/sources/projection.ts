import { addCounts, type Counts } from '#shared/domain/scoring/counts.ts';
import type { Change } from '#shared/projections/engine/change.ts';
import { oncePer } from '#shared/domain/once-per.ts';
import { type Projection, type RowKey, storedPartition } from '#shared/projections/engine/projection.ts';
import { rowId } from '#shared/projections/engine/read-models.ts';
import { type SourceFacts, sourceFacts } from './source-facts.ts';

/** The name of a publisher; its row stays when its last event is withdrawn. */
export interface PublisherRow {
  /** As its first report writes it. */
  readonly name: string;
}

/** The counts of a publisher's events in a month. A row that has become empty stays. */
export interface SourceMonth {
  readonly counts: Counts;
}

const publishers = 'publishers';
const monthsOf = (publisher: string): string => `publisher/${publisher}`;
/** Returns the sort key of a publisher; the dot keeps that of an empty folded name from being empty. */
const sortOf = (publisher: string): string => `.${publisher}`;

/**
 * Answers "who reports, how independently, and how often is it confirmed or denied?": a row for each publisher, and one
 * for each month of its events. Each is a sum that moves by exact differences, but for confirmations, which are counted
 * as they come, for those who report the event then.
 */
export const sources: Projection<PublisherRow | SourceMonth> = {
  name: 'sources',
  version: 1,
  keys: (change) => [...touchedBy(change).values()].map(({ key }) => key),
  project: (row, change, key) => {
    const { name, counts = {} } = touchedBy(change).get(rowId(key)) ?? {};
    if (key.partition === publishers) return row ?? { name: name ?? '' };
    const sum = row !== undefined && 'counts' in row ? row.counts : {};
    return { counts: addCounts(sum, counts) };
  },
};

interface Touched {
  readonly key: RowKey;
  readonly name?: string;
  readonly counts?: Counts;
}

/** The rows that a change touches, by id. */
const touchedBy = oncePer(({ cause, before, after }: Change): ReadonlyMap<string, Touched> => {
  const rows = new Map<string, Touched>();
  const add = ({ publisher, month }: SourceFacts, counts: Counts, times: 1 | -1) => {
    const key = { partition: monthsOf(publisher), sort: month };
    rows.set(rowId(key), { key, counts: addCounts(rows.get(rowId(key))?.counts ?? {}, counts, times) });
  };
  const named: Touched[] = [];
  for (const one of before === undefined ? [] : sourceFacts(before)) add(one, one.counts, -1);
  for (const one of sourceFacts(after)) {
    add(one, one.counts, 1);
    if (cause.type === 'EventConfirmed') add(one, { confirmed: 1 }, 1);
    named.push({ key: { partition: publishers, sort: sortOf(one.publisher) }, name: one.name });
  }
  const moved = [...rows].filter(([, { counts = {} }]) => Object.keys(counts).length > 0);
  const known = before === undefined ? new Set<string>() : new Set(sourceFacts(before).map(({ publisher }) => sortOf(publisher)));
  return new Map([...moved, ...named.filter(({ key }) => !known.has(key.sort)).map((one) => [rowId(one.key), one] as const)]);
}); // prettier-ignore

/** Returns the range of publishers whose folded name begins with a prefix, after the one with a sort key. */
export const publishersRange = (prefix: string, after: string | undefined) => ({
  partition: storedPartition(sources, publishers),
  order: 'ascending' as const,
  from: after === undefined ? sortOf(prefix) : `${after} `,
  to: `${sortOf(prefix)}\u{10ffff}`,
});

/** Returns the partition of a publisher's months, by its folded name. */
export const publisherPartition = (publisher: string): string => storedPartition(sources, monthsOf(publisher));

/** Returns the partition of a publisher's months, by the sort key of its row. */
export const monthsPartition = (sort: string): string => publisherPartition(sort.slice(1));
