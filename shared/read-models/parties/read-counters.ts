import { monthOf } from '#shared/domain/dates/calendar.ts';
import { addCounts, type Counts } from '#shared/domain/scoring/counts.ts';
import { storedPartition } from '#shared/projections/engine/projection.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { logBetween } from '#shared/read-models/changes/change-log.ts';
import { countedEvents, countsKey, countsOf, type CountsRow } from './counted-events.ts';

/** Counts by heading. */
export type Headings = ReadonlyMap<string, Counts>;

/** A row of counts, with what its key says. */
export interface CountsRead extends CountsRow {
  readonly subject: string;
  readonly heading: string;
  /** The month (`YYYY-MM`) in which the changes were recorded. */
  readonly recordedIn: string;
}

/** Which counts of a subject are asked for. */
export interface CountersQuery {
  readonly subject: string;
  /** Headings from and to here, both inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The instant (UTC) of the knowledge; absent: now. */
  readonly asOf?: string | undefined;
}

/**
 * Reads the counts of a subject by heading, in order: one query, and as of an instant the log of the changes in its
 * month.
 */
export async function readCounters(store: RowReader, { subject, from, to, asOf }: CountersQuery): Promise<Headings> {
  const first = countsKey(subject, from ?? '').sort;
  const range = { from: first === '' ? undefined : first, to: countsKey(subject, `${to ?? '~'}#~`).sort };
  const { partition } = countsKey(subject, '');
  const rows: CountsRead[] = [];
  const found = store.rows({ partition: storedPartition(countedEvents, partition), order: 'ascending', ...range });
  for await (const { sort, data } of found) rows.push({ subject, ...headingOf(sort, subject), ...(data as CountsRow) });
  const sums = (await countsAt(store, rows, asOf)).get(subject) ?? new Map();
  return new Map([...sums].filter(([heading]) => (from === undefined || heading >= from) && (to === undefined || heading <= `${to}#~`)));
} // prettier-ignore

/** What a sort key says after the subject. */
function headingOf(sort: string, subject: string): Pick<CountsRead, 'heading' | 'recordedIn'> {
  const rest = sort.slice(countsKey(subject, '').sort.length);
  const at = rest.lastIndexOf('#');
  return { heading: rest.slice(0, at), recordedIn: rest.slice(at + 1) };
}

/**
 * Adds rows up, by subject and heading, as they are or were known at an instant; headings in order, those without any
 * count left out.
 */
export async function countsAt(
  store: RowReader,
  rows: readonly CountsRead[],
  asOf: string | undefined,
): Promise<ReadonlyMap<string, Headings>> {
  const sums = new Map<string, Map<string, Counts>>();
  const add = (subject: string, heading: string, counts: Counts, times: 1 | -1 = 1) => {
    const sum = sums.get(subject) ?? new Map<string, Counts>();
    sums.set(subject, sum.set(heading, addCounts(sum.get(heading) ?? {}, counts, times)));
  };
  const month = asOf === undefined ? undefined : monthOf(asOf);
  for (const { subject, heading, recordedIn, counts } of rows) {
    if (month === undefined || recordedIn < month) add(subject, heading, counts);
  }
  const open = rows.filter(({ recordedIn }) => recordedIn === month);
  if (asOf !== undefined && open.length > 0) {
    const subjects = new Set(open.map(({ subject }) => subject));
    const range = { first: Math.min(...open.map(({ first }) => first)), last: Math.max(...open.map(({ last }) => last)) };
    for await (const { since, before, after } of logBetween(store, range)) {
      if (since > asOf || monthOf(since) !== month) continue;
      for (const one of before === undefined ? [] : countsOf(before)) if (subjects.has(one.subject)) add(one.subject, one.heading, one.counts, -1);
      for (const one of after === undefined ? [] : countsOf(after)) if (subjects.has(one.subject)) add(one.subject, one.heading, one.counts);
    }
  }
  return new Map([...sums].map(([subject, headings]) => [subject, inOrder(headings)]));
} // prettier-ignore

const inOrder = (headings: Headings): Headings =>
  new Map(
    [...headings].filter(([, counts]) => Object.keys(counts).length > 0).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
