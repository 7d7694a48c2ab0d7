import { dayNumber, daysLater } from '#shared/domain/dates/calendar.ts';
import type { OccurredRange } from '#shared/domain/dates/occurred-range.ts';
import { type AsOfRows, type AsOfRow, type Known, knownOf } from './as-of-rows.ts';
import { paddedPosition } from './padded-position.ts';
import { type Projection, type ProjectionName, type RowKey, storedPartition } from './projection.ts';
import type { ReadModels } from './read-models.ts';

/** What spans more than this many days is kept apart, so that a range of days is found without reading all that came before. */
const shortDays = 31;

/** The partition of what spans more days than that, beside a partition. */
export const longOf = (partition: string): string => `${partition}/long`;

/** Sorts by the first day, then by position; an open beginning comes first. */
export const daySort = (from: string | null, position: number): string =>
  `${from ?? openBeginning}#${paddedPosition(position)}`;
const openBeginning = '!';

/** Places in the order of days. */
export function dayPlaces(partitions: readonly string[], { from, to }: OccurredRange, position: number): RowKey[] {
  const long = spanDays(from, to) > shortDays;
  const sort = daySort(from, position);
  return partitions.map((partition) => ({ partition: long ? longOf(partition) : partition, sort }));
}

/** How many days lie between two, both included; without end when one of them is open. */
const spanDays = (from: string | null, to: string | null): number =>
  from === null || to === null ? Number.POSITIVE_INFINITY : dayNumber(to) - dayNumber(from) + 1;

/** A range of days (`YYYY-MM-DD`, inclusive) in a partition of a read model that has its places by `dayPlaces`. */
export interface DayRange {
  readonly partition: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The first day of what spans more than a month; absent: from the beginning. */
  readonly longFrom?: string | undefined;
  readonly order: 'ascending' | 'descending';
  /** The place of the last entry of the page before. */
  readonly after?: string | undefined;
  /** How many rows are read at a time: not many more than are asked for. */
  readonly pageSize: number;
}

type Dated<Entry> = Projection<AsOfRows<Entry>>;
type Store = Pick<ReadModels, 'rows'>;

/** What is known in a range of days, in order, and of the month before it: what begins there may last into the range. */
export const knownBetween = <Entry>(
  store: Store,
  projection: Dated<Entry>,
  { asOf, ...range }: DayRange & { readonly asOf?: string | undefined },
): AsyncGenerator<Known<Entry>> => knownOf(rowsBetween(store, projection, range), asOf);

/** The rows of a range of days in the order of their places, long and short ones merged. */
export async function* rowsBetween<Entry>(
  store: Store,
  projection: ProjectionName,
  { partition, from, to, longFrom, order, after, pageSize }: DayRange,
): AsyncGenerator<AsOfRow<Entry>> {
  const ascending = order === 'ascending';
  const rows = (name: string, first: string | undefined): AsyncIterator<AsOfRow<Entry>> => {
    const last = to === undefined ? undefined : `${to}#~`;
    const past = after === undefined ? undefined : ascending ? `${after}~` : after;
    const bounds = ascending ? { from: largest(first, past), to: last } : { from: first, to: smallest(last, past) };
    const found = store.rows({ ...bounds, partition: storedPartition(projection, name), order, pageSize });
    return (found as AsyncIterable<AsOfRow<Entry>>)[Symbol.asyncIterator]();
  };
  const short = rows(partition, from === undefined ? undefined : daysLater(from, -shortDays));
  const long = rows(longOf(partition), longFrom);
  let [a, b] = await Promise.all([short.next(), long.next()]);
  while (!a.done || !b.done) {
    const shortIsNext = b.done || (!a.done && (ascending ? a.value.sort < b.value.sort : a.value.sort > b.value.sort));
    if (shortIsNext && !a.done) {
      yield a.value;
      a = await short.next();
    } else if (!b.done) {
      yield b.value;
      b = await long.next();
    }
  }
}

const largest = (a: string | undefined, b: string | undefined) =>
  a === undefined || (b !== undefined && b > a) ? b : a;
const smallest = (a: string | undefined, b: string | undefined) =>
  a === undefined || (b !== undefined && b < a) ? b : a;
