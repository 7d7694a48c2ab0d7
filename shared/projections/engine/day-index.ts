import { dayNumber, daysLater } from '#shared/domain/dates/calendar.ts';
import type { OccurredRange } from '#shared/domain/dates/occurred-range.ts';
import { type AsOfRows, type Known, placesIn } from './as-of-rows.ts';
import { merged } from './merged.ts';
import { paddedPosition } from './padded-position.ts';
import type { Projection, ProjectionName, RowKey } from './projection.ts';
import type { ReadModels } from './read-models.ts';

/** Entries of more days than this have a partition of their own, so that a range of days is one bounded query. */
const usualShortDays = 31;

/** Returns the partition of the longer entries of a partition. */
export const longOf = (partition: string): string => `${partition}/long`;

/** Sorts by the first day, then by position; an open start is first. */
export const daySort = (from: string | null, position: number): string =>
  `${from ?? openBeginning}#${paddedPosition(position)}`;
const openBeginning = '!';

/** Places in the order of days; what spans more than `shortDays` is kept apart. */
export function dayPlaces(
  partitions: readonly string[],
  { from, to }: OccurredRange,
  position: number,
  shortDays = usualShortDays,
): RowKey[] {
  const long = spanDays(from, to) > shortDays;
  const sort = daySort(from, position);
  return partitions.map((partition) => ({ partition: long ? longOf(partition) : partition, sort }));
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
  /** The days that `dayPlaces` was given; absent: a month. */
  readonly shortDays?: number | undefined;
  /** Whether longer entries are left out. */
  readonly onlyShort?: boolean | undefined;
  readonly order: 'ascending' | 'descending';
  /** The place of the last entry of the page before. */
  readonly after?: string | undefined;
  /** The number of rows read at a time. */
  readonly pageSize: number;
  /** The instant (UTC) of the knowledge; absent: now. */
  readonly asOf?: string | undefined;
}

type Store = Pick<ReadModels, 'rows'>;

/** Lists the entries of a range of days, in order, and of the month before it, whose entries may reach into the range. */
export async function* knownBetween<Entry>(
  store: Store,
  projection: Projection<AsOfRows<Entry>>,
  range: DayRange,
): AsyncGenerator<Known<Entry> & { readonly entry: Entry }> {
  for await (const { entry, ...known } of placesBetween<Entry>(store, projection, range)) {
    if (entry !== null) yield { ...known, entry };
  }
}

/** Lists the keys in a range of days in order, long and short entries merged, including emptied ones. */
export async function* placesBetween<Entry>(
  store: Store,
  projection: ProjectionName,
  { partition, order, after, pageSize, asOf, shortDays = usualShortDays, onlyShort = false, ...range }: DayRange,
): AsyncGenerator<Known<Entry>> {
  const { from, to, longFrom } = range;
  const ascending = order === 'ascending';
  const places = (name: string, first: string | undefined): AsyncGenerator<Known<Entry>> => {
    const last = to === undefined ? undefined : `${to}#~`;
    const past = after === undefined ? undefined : ascending ? `${after}~` : after;
    const bounds = ascending ? { from: largest(first, past), to: last } : { from: first, to: smallest(last, past) };
    return placesIn<Entry>(store, projection, { ...bounds, partition: name, order, pageSize, asOf });
  };
  const short = places(partition, from === undefined ? undefined : daysLater(from, -shortDays));
  const all = onlyShort ? short : merged(short, places(longOf(partition), longFrom), ({ place }) => place, order);
  for await (const known of all) {
    if (known.place !== after) yield known;
  }
}

const largest = (a: string | undefined, b: string | undefined) =>
  a === undefined || (b !== undefined && b > a) ? b : a;
const smallest = (a: string | undefined, b: string | undefined) =>
  a === undefined || (b !== undefined && b < a) ? b : a;
