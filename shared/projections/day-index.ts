import type { OccurredRange } from '../domain/occurred-range.ts';
import type { Change } from './change.ts';
import { type Knowledge, type Known, knownIn, paddedPosition } from './knowledge.ts';
import type { Projection, RowKey } from './projection.ts';
import type { ReadModels } from './read-models.ts';
import { shortDays, spanDays } from './timeline.ts';

/**
 * Places in the order of days. What may span more than a month is kept in a partition of its own, as on a timeline, so that a range of
 * days is found without reading all that came before.
 */
export function dayPlaces(partitions: readonly string[], { from, to }: OccurredRange, position: number): RowKey[] {
  const long = spanDays(from, to) > shortDays;
  const sort = `${from ?? '!'}#${paddedPosition(position)}`;
  return partitions.map((partition) => ({ partition: long ? longOf(partition) : partition, sort }));
}

const longOf = (partition: string): string => `${partition}/long`;

/** A range of days (`YYYY-MM-DD`, inclusive) in a partition of a read model that has its places by `dayPlaces`. */
export interface DayRange {
  readonly partition: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly order: 'ascending' | 'descending';
  /** The place of the last entry of the page before. */
  readonly after?: string | undefined;
  readonly asOf?: string | undefined;
  /** How many rows are read at a time: not many more than are asked for. */
  readonly pageSize: number;
}

/** What is known in a range of days, in order, and of the month before it: what begins there may last into the range. */
export async function* knownBetween<Entry>(
  store: Pick<ReadModels, 'rows'>,
  projection: Projection<Knowledge<Entry>, Change>,
  { partition, from, to, order, after, asOf, pageSize }: DayRange,
): AsyncGenerator<Known<Entry>> {
  const known = (name: string, first: string | undefined) => {
    const last = to === undefined ? undefined : `${to}#~`;
    const past = after === undefined ? undefined : order === 'ascending' ? `${after}~` : after;
    const bounds =
      order === 'ascending' ? { from: largest(first, past), to: last } : { from: first, to: smallest(last, past) };
    return knownIn(store, projection, { ...bounds, partition: name, order, asOf, pageSize });
  };
  const short = known(partition, from === undefined ? undefined : daysBefore(from, shortDays));
  const long = known(longOf(partition), undefined);
  let [a, b] = await Promise.all([short.next(), long.next()]);
  while (!a.done || !b.done) {
    const shortIsNext =
      b.done || (!a.done && (order === 'ascending' ? a.value.place < b.value.place : a.value.place > b.value.place));
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

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
