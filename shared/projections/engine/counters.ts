import { monthOf } from '#shared/domain/dates/calendar.ts';
import { addCounts, type Counts } from '#shared/domain/scoring/counts.ts';
import type { Change, SeenEvent } from './change.ts';
import { paddedPosition } from './padded-position.ts';
import { type Projection, type ProjectionName, type RowKey, storedPartition } from './projection.ts';
import { type ReadModels, rowId } from './read-models.ts';

/** What an event counts for: in a subject, under a heading such as the month it happened in. */
export interface Counted {
  readonly subject: string;
  readonly heading: string;
  readonly counts: Counts;
}

/** How a change changes the counts of a subject, by heading; or, in the row of one heading, what the changes of a month add up to. */
type CountersRow = Readonly<Record<string, Counts>>;

export type Counters = Projection<CountersRow, Change>;

/**
 * A read model that counts events, and can tell the counts at any time. Each change is folded twice: exactly, as the difference that it makes,
 * into the sum of the month in which it was recorded, and as a small row of its own. The counts of now are the sum of all months; those of an
 * instant the sum of the months before, and of the changes in its month up to then. So an event costs two writes for each of its subjects,
 * and a query reads a row for each heading and month, never all events.
 */
export function counters({
  counted,
  ...named
}: ProjectionName & { readonly counted: (event: SeenEvent) => readonly Counted[] }): Counters {
  const rowsOf = oncePerChange((change) => rowsTouched(change, counted));
  return {
    ...named,
    writesOnce: ({ partition }) => partition.endsWith(singleChanges),
    keys: (change) => [...rowsOf(change).values()].map(({ key }) => key),
    project: (row = {}, change, key) => addRows(row, rowsOf(change).get(rowId(key))?.difference ?? {}),
  };
}

interface Touched {
  readonly key: RowKey;
  readonly difference: CountersRow;
}

/** The rows that a change touches, by id, with what it adds to each: those of the months and those of the single changes. */
function rowsTouched(
  { before, after, recordedAt, position }: Change,
  counted: (event: SeenEvent) => readonly Counted[],
): ReadonlyMap<string, Touched> {
  const rows = new Map<string, Touched>();
  const add = ({ subject, heading, counts }: Counted, times: 1 | -1) => {
    const changeRow = { partition: changesOf(subject), sort: `${recordedAt}#${paddedPosition(position)}` };
    for (const key of [{ partition: subject, sort: `${heading}#${monthOf(recordedAt)}` }, changeRow]) {
      const { difference = {} } = rows.get(rowId(key)) ?? {};
      rows.set(rowId(key), { key, difference: addRows(difference, { [heading]: counts }, times) });
    }
  };
  for (const one of before === undefined ? [] : counted(before)) add(one, -1);
  for (const one of counted(after)) add(one, 1);
  return new Map([...rows].filter(([, { difference }]) => Object.keys(difference).length > 0));
}

/** The counts of all headings, without those that come to nothing. */
function addRows(one: CountersRow, other: CountersRow, times: 1 | -1 = 1): CountersRow {
  const sums = new Map(Object.entries(one));
  for (const [heading, counts] of Object.entries(other)) {
    const sum = addCounts(sums.get(heading) ?? {}, counts, times);
    if (Object.keys(sum).length > 0) sums.set(heading, sum);
    else sums.delete(heading);
  }
  return Object.fromEntries(sums);
}

/** An event of thirty parties touches a thousand rows, and each is folded by itself: what it adds to them is worked out once. */
function oncePerChange<Result>(work: (change: Change) => Result): (change: Change) => Result {
  const known = new WeakMap<Change, Result>();
  return (change) => {
    const result = known.get(change) ?? work(change);
    known.set(change, result);
    return result;
  };
}

const singleChanges = '/changes';
const changesOf = (subject: string): string => `${subject}${singleChanges}`;

/** Which counts of a subject are asked for. */
export interface CensusQuery {
  readonly subject: string;
  /** Headings from and to here, both inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** What was known at this instant (UTC); absent: what is known now. */
  readonly asOf?: string | undefined;
}

/** The counts of a subject by heading, in order; headings without any are absent. */
export async function readCounters(
  store: Pick<ReadModels, 'rows'>,
  projection: Counters,
  { subject, from, to, asOf }: CensusQuery,
): Promise<ReadonlyMap<string, Counts>> {
  let sums: CountersRow = {};
  const partition = storedPartition(projection, subject);
  const headings = { from, to: to === undefined ? undefined : `${to}#~` };
  for await (const { sort, data } of store.rows({ partition, order: 'ascending', ...headings })) {
    const recordedIn = sort.slice(sort.lastIndexOf('#') + 1);
    if (asOf === undefined || recordedIn < monthOf(asOf)) sums = addRows(sums, data as CountersRow);
  }
  if (asOf !== undefined) {
    const single = {
      partition: changesOf(partition),
      from: monthOf(asOf),
      to: `${asOf}#~`,
      order: 'ascending',
    } as const;
    for await (const { data } of store.rows(single)) sums = addRows(sums, data as CountersRow);
  }
  const asked = ([heading]: [string, Counts]) =>
    (from === undefined || heading >= from) && (to === undefined || heading <= to);
  return new Map(
    Object.entries(sums)
      .filter(asked)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
