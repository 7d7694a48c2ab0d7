import { dayNumber, daysLater } from '#shared/domain/dates/calendar.ts';
import type { OccurredRange } from '#shared/domain/dates/occurred-range.ts';
import type { AsOfList, Known } from './as-of-places.ts';
import { placesIn } from './as-of-rows.ts';
import { paddedPosition } from './padded-position.ts';
import type { RowKey } from './projection.ts';
import type { RowReader } from './read-models.ts';

/**
 * What spans more than this many days is listed a second time, apart, so that a range of days is found without reading
 * all that came before.
 */
const usualShortDays = 31;

/** The partition in which only that is listed which spans more days than that. */
export const longOf = (partition: string): string => `${partition}/long`;

/** Sorts by the first day, then by position; an open start is first. */
export const daySort = (from: string | null, position: number): string =>
  `${from ?? openBeginning}#${paddedPosition(position)}`;
const openBeginning = '!';

/** Places in the order of days. */
export function dayPlaces(partitions: readonly string[], { from, to }: OccurredRange, position: number): RowKey[] {
  const long = spanDays(from, to) > usualShortDays;
  const sort = daySort(from, position);
  return partitions.flatMap((partition) => [
    { partition, sort },
    ...(long ? [{ partition: longOf(partition), sort }] : []),
  ]);
}

/** How many days lie between two, both included; without end when one of them is open. */
const spanDays = (from: string | null, to: string | null): number =>
  from === null || to === null ? Number.POSITIVE_INFINITY : dayNumber(to) - dayNumber(from) + 1;

/** A range of days (`YYYY-MM-DD`, inclusive) in a partition of a read model keyed by `dayPlaces`. */
export interface DayRange {
  readonly partition: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The first day of entries longer than a month; absent: no limit. */
  readonly longFrom?: string | undefined;
  /** How many days before the range the list is read from; absent: a month. */
  readonly shortDays?: number | undefined;
  /** Whether longer entries that began earlier are left out. */
  readonly onlyShort?: boolean | undefined;
  readonly order: 'ascending' | 'descending';
  /** The place of the last entry of the page before. */
  readonly after?: string | undefined;
  /** The number of rows read at a time. */
  readonly pageSize: number;
  /** The instant (UTC) of the knowledge; absent: now. */
  readonly asOf?: string | undefined;
}

type Store = Pick<RowReader, 'rows' | 'load' | 'upTo' | 'knownBy'>;

/** What is known in a range of days, in order, and of what began before it: that may last into the range. */
export async function* knownBetween<Entry>(
  store: Store,
  projection: AsOfList<Entry>,
  range: DayRange,
): AsyncGenerator<Known<Entry> & { readonly entry: Entry }> {
  for await (const { entry, ...known } of placesBetween<Entry>(store, projection, range)) {
    if (entry !== null) yield { ...known, entry };
  }
}

/**
 * The places in a range of days in their order, also those without anything now: one list, and where a range begins
 * with a day, another one of the long events that began more than a month before. The second is read only when the
 * first has been read to its end, or comes first.
 */
export async function* placesBetween<Entry>(
  store: Store,
  projection: AsOfList<Entry>,
  { partition, order, after, pageSize, asOf, shortDays = usualShortDays, onlyShort = false, ...range }: DayRange,
): AsyncGenerator<Known<Entry>> {
  const { from, to, longFrom } = range;
  const ascending = order === 'ascending';
  const places = (name: string, first: string | undefined, last: string | undefined): AsyncGenerator<Known<Entry>> => {
    const past = after === undefined ? undefined : ascending ? `${after}~` : after;
    const bounds = ascending ? { from: largest(first, past), to: last } : { from: first, to: smallest(last, past) };
    return placesIn<Entry>(store, projection, { ...bounds, partition: name, order, pageSize, asOf });
  };
  const monthBefore = from === undefined ? undefined : daysLater(from, -shortDays);
  const last = to === undefined ? undefined : `${to}#~`;
  const all = () => places(partition, monthBefore, last);
  const longBefore = () => places(longOf(partition), longFrom, smallest(last, monthBefore));
  const lists = monthBefore === undefined || onlyShort ? [all] : ascending ? [longBefore, all] : [all, longBefore];
  for (const list of lists) {
    for await (const known of list()) if (known.place !== after) yield known;
  }
}

const largest = (a: string | undefined, b: string | undefined) =>
  a === undefined || (b !== undefined && b > a) ? b : a;
const smallest = (a: string | undefined, b: string | undefined) =>
  a === undefined || (b !== undefined && b < a) ? b : a;
