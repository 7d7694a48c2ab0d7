import type { SeenEvent } from './change.ts';
import { oncePer } from './once-per.ts';
import { paddedPosition } from './padded-position.ts';
import { type Projection, type ProjectionName, type RowKey, storedPartition } from './projection.ts';
import { type ReadModels, rowId, type RowRange, type StoredRow } from './read-models.ts';

/**
 * What was known since an instant of an event that has its place here; `null`: a correction has put it elsewhere. An event whose date or
 * parties were corrected has had several places, and each keeps a row for everything that was ever known there: what was known at an
 * instant is found at each of them, and a row is written once and never grows.
 */
export interface AsOfRows<Entry> {
  readonly since: string;
  readonly entry: Entry | null;
}

/** A row of such a read model. */
export interface AsOfRow<Entry> extends StoredRow {
  readonly data: AsOfRows<Entry>;
}

export interface AsOfRowsOf<Entry> extends ProjectionName {
  /** Where an event has its places: a partition, and the order in it. */
  readonly places: (event: SeenEvent) => readonly RowKey[];
  /** What is kept of the event at one of them. */
  readonly entry: (event: SeenEvent, place: RowKey) => Entry;
}

/** A read model that lists events and tells what was known at any time: one row for every change at every place, each written once. */
export function asOfRows<Entry>({ places, entry, ...named }: AsOfRowsOf<Entry>): Projection<AsOfRows<Entry>> {
  const placesOf = oncePer((event: SeenEvent) => new Map(places(event).map((place) => [rowId(place), place])));
  return {
    ...named,
    writesOnce: () => true,
    keys: ({ before, after, position }) => {
      const all = new Map([...(before === undefined ? [] : placesOf(before)), ...placesOf(after)]);
      return [...all.values()].map(({ partition, sort }) => ({ partition, sort: asOfSort(sort, position) }));
    },
    project: (_row, { after, recordedAt }, { partition, sort }) => {
      const place = placesOf(after).get(rowId({ partition, sort: placeOf(sort) }));
      return { since: recordedAt, entry: place === undefined ? null : entry(after, place) };
    },
  };
}

/** The rows of a place in the order in which they came to be known: `<place>#<position of what made it known>`. */
export const asOfSort = (place: string, position: number): string => `${place}#${paddedPosition(position)}`;

/** The place that a row is about. */
export const placeOf = (sort: string): string => sort.slice(0, sort.lastIndexOf('#'));

/** Rows of the same place, together; they must come in the order of their sort keys, either way. */
export async function* rowsByPlace<Row extends StoredRow>(rows: AsyncIterable<Row>): AsyncGenerator<Row[]> {
  let place: Row[] = [];
  for await (const row of rows) {
    const [first] = place;
    if (first !== undefined && placeOf(first.sort) !== placeOf(row.sort)) {
      yield place;
      place = [];
    }
    place.push(row);
  }
  if (place.length > 0) yield place;
}

/** What is known at a place, or was at an instant (UTC), out of all its rows in any order; `undefined`: nothing. */
export const knownAt = <Entry>(rows: readonly AsOfRow<Entry>[], instant: string | undefined): Entry | undefined =>
  newestAt(rows, instant)?.data.entry ?? undefined;

/** The row that says what is known at a place, or was at an instant (UTC), out of all its rows in any order. */
export function newestAt<Entry>(
  rows: readonly AsOfRow<Entry>[],
  instant: string | undefined,
): AsOfRow<Entry> | undefined {
  const inOrder = rows.toSorted((a, b) => a.position - b.position);
  return inOrder.findLast(({ data: { since } }) => instant === undefined || since <= instant);
}

/** A range of places in a partition of a read model of as-of rows. */
export interface KnownRange extends Omit<RowRange, 'partition'> {
  /** As `places` names it. */
  readonly partition: string;
  /** What was known at this instant (UTC); absent: what is known now. */
  readonly asOf?: string | undefined;
}

/** What is known at a place, and since when it has been known so. */
export interface Known<Entry> {
  readonly place: string;
  readonly since: string;
  readonly entry: Entry;
}

/** What is known in a range of places, in their order. */
export const knownIn = <Entry>(
  store: Pick<ReadModels, 'rows'>,
  projection: Projection<AsOfRows<Entry>>,
  { asOf, partition, ...range }: KnownRange,
): AsyncGenerator<Known<Entry>> => {
  const rows = store.rows({ ...range, partition: storedPartition(projection, partition) });
  return knownOf(rows as AsyncIterable<AsOfRow<Entry>>, asOf);
};

/** What rows tell, place by place; they must come in the order of their sort keys, either way. */
export async function* knownOf<Entry>(
  rows: AsyncIterable<AsOfRow<Entry>>,
  asOf: string | undefined,
): AsyncGenerator<Known<Entry>> {
  for await (const place of rowsByPlace(rows)) {
    const { since = '', entry = null } = newestAt(place, asOf)?.data ?? {};
    if (entry !== null) yield { place: placeOf(place[0]?.sort ?? ''), since, entry };
  }
}
