import type { SeenEvent } from './change.ts';
import { merged } from './merged.ts';
import { oncePer } from './once-per.ts';
import { paddedPosition } from './padded-position.ts';
import { type Projection, type ProjectionName, type RowKey, storedPartition } from './projection.ts';
import { rowId, type RowRange, type RowReader, type StoredRow } from './read-models.ts';

/**
 * What is known of an event that has its place here, since an instant; `null`: a correction has put it elsewhere. An event whose date or parties
 * were corrected has had several places. Each has a row of its first record, which is written once; when corrections change it, a row of what they
 * have made of it; and for each of them, in another partition, one that stays: a list of now costs the same however often its events were corrected.
 */
export interface AsOfRows<Entry> {
  readonly since: string;
  readonly entry: Entry | null;
}

export interface AsOfRowsOf<Entry> extends ProjectionName {
  /** Returns the keys of an event: partition and sort key. */
  readonly places: (event: SeenEvent) => readonly RowKey[];
  /** Returns the entry of the event at one of its keys. */
  readonly entry: (event: SeenEvent, place: RowKey) => Entry;
}

/** A read model that lists events as known at any time. */
export function asOfRows<Entry>({ places, entry, ...named }: AsOfRowsOf<Entry>): Projection<AsOfRows<Entry>> {
  const placesOf = oncePer((event: SeenEvent) => new Map(places(event).map((place) => [rowId(place), place])));
  const entryAt = (event: SeenEvent, place: RowKey) => (placesOf(event).has(rowId(place)) ? entry(event, place) : null);
  return {
    ...named,
    writesOnce: ({ partition, sort }) => partition.endsWith(earlier) || !sort.endsWith(latest),
    keys: ({ before, after, position }) => {
      if (before === undefined) return [...placesOf(after).values()];
      const all = [...new Map([...placesOf(before), ...placesOf(after)]).values()];
      return all.flatMap((place) => [{ ...place, sort: `${place.sort}${latest}` }, stepAt(place, position)]);
    },
    project: (_row, { after, recordedAt }, { partition, sort }) => {
      const place = partition.endsWith(earlier)
        ? { partition: partition.slice(0, -earlier.length), sort: sort.slice(0, sort.lastIndexOf('#')) }
        : { partition, sort: placeOf(sort) };
      return { since: recordedAt, entry: entryAt(after, place) };
    },
  };
}

/** No name that a partition ends with has such a character. */
const earlier = '/~earlier';
/** The corrected event sorts right after its first record. */
const latest = '!';
/** The knowledge at a key from a position on: `<key>#<position>`. */
const stepAt = ({ partition, sort }: RowKey, position: number): RowKey => ({
  partition: `${partition}${earlier}`,
  sort: `${sort}#${paddedPosition(position)}`,
});
const placeOf = (sort: string): string => (sort.endsWith(latest) ? sort.slice(0, -latest.length) : sort);

/** A range of places in a partition. */
export interface PlaceRange extends Omit<RowRange, 'partition'> {
  /** As `places` names it. */
  readonly partition: string;
  /** The instant (UTC) of the knowledge; absent: now. */
  readonly asOf?: string | undefined;
}

/** Returns the partitions of a list; with an instant, also the one of as-of rows. */
export const partitionsKnown = (projection: ProjectionName, partition: string, asOf: string | undefined): string[] =>
  [partition, ...(asOf === undefined ? [] : [`${partition}${earlier}`])].map((name) =>
    storedPartition(projection, name),
  );

/** The knowledge at a key, the instant since which it is known, and the position that made it known. */
export interface Known<Entry> {
  readonly place: string;
  readonly since: string;
  readonly madeAt: number;
  /** `null`: the event has moved to another place, or nothing was known yet. */
  readonly entry: Entry | null;
  /** The rows that were read for it. */
  readonly rows: readonly StoredRow[];
}

type Rows = Pick<RowReader, 'rows' | 'upTo'>;

/**
 * Lists the knowledge in a range of keys up to the watermark, in order, including emptied keys: one query, with an instant two. Entries that a
 * correction beyond the watermark has overwritten take another.
 */
export async function* placesIn<Entry>(
  store: Rows,
  projection: ProjectionName,
  { asOf, partition, ...range }: PlaceRange,
): AsyncGenerator<Known<Entry>> {
  const { upTo = Number.POSITIVE_INFINITY } = store;
  const stored = (name: string) => store.rows({ ...range, partition: storedPartition(projection, name) });
  const now = placed(stored(partition), placeOf);
  const stepPlace = (sort: string) => sort.slice(0, sort.lastIndexOf('#'));
  const known = async (place: string, all: readonly Placed[]) => {
    const seen = all.filter(({ row }) => row.position <= upTo);
    const overwritten = asOf === undefined && all.some(({ row }) => row.position > upTo && row.sort.endsWith(latest));
    const steps = storedPartition(projection, `${partition}${earlier}`);
    const before = overwritten ? [...seen, ...(await lastStep(store, steps, place))] : seen;
    return before.length === 0 ? [] : [knownAt<Entry>(place, before, asOf)];
  };
  const rows =
    asOf === undefined
      ? now
      : merged(now, placed(stored(`${partition}${earlier}`), stepPlace), ({ place }) => place, range.order);
  let here: Placed[] = [];
  for await (const row of rows) {
    const [first] = here;
    if (first !== undefined && first.place !== row.place) {
      yield* await known(first.place, here);
      here = [];
    }
    here.push(row);
  }
  const [last] = here;
  if (last !== undefined) yield* await known(last.place, here);
}

interface Placed {
  readonly place: string;
  readonly row: StoredRow;
}

async function* placed(rows: AsyncIterable<StoredRow>, placeIn: (sort: string) => string): AsyncGenerator<Placed> {
  for await (const row of rows) yield { place: placeIn(row.sort), row };
}

/** The last step at a place up to the watermark. */
async function lastStep(store: Rows, partition: string, place: string): Promise<Placed[]> {
  const { sort: to } = stepAt({ partition, sort: place }, store.upTo ?? 0);
  for await (const row of store.rows({ partition, from: `${place}#`, to, order: 'descending', pageSize: 1 }))
    return [{ place, row }];
  return [];
}

/** The newest of the rows at a place, or the newest that was known at an instant. */
function knownAt<Entry>(place: string, all: readonly Placed[], instant: string | undefined): Known<Entry> {
  const rows = all.map(({ row }) => row).toSorted((a, b) => a.position - b.position);
  const dataOf = ({ data }: StoredRow) => data as AsOfRows<Entry>;
  const newest = rows.findLast((row) => instant === undefined || dataOf(row).since <= instant);
  if (newest === undefined) return { place, since: '', madeAt: 0, entry: null, rows };
  return { place, madeAt: newest.position, ...dataOf(newest), rows };
}

/** Lists the knowledge in a range of keys, in order. */
export async function* knownIn<Entry>(
  store: Rows,
  projection: Projection<AsOfRows<Entry>>,
  range: PlaceRange,
): AsyncGenerator<Known<Entry> & { readonly entry: Entry }> {
  for await (const { entry, ...known } of placesIn<Entry>(store, projection, range)) {
    if (entry !== null) yield { ...known, entry };
  }
}
