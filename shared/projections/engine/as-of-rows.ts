import {
  type AsOfList,
  type AsOfProjection,
  type AsOfRows,
  type AsOfRowsOf,
  earlier,
  type Known,
  latest,
  type PlaceRange,
  placeOf,
  stepAt,
} from './as-of-places.ts';
import type { SeenEvent } from './change.ts';
import { merged } from './merged.ts';
import { oncePer } from '#shared/domain/once-per.ts';
import { type ProjectionName, type RowKey, storedPartition } from './projection.ts';
import { rowId, type RowReader, type StoredRow } from './read-models.ts';
import { reportedPlaces } from './reported-places.ts';

/** A read model that lists events as known at any time. */
export function asOfRows<Entry>(definition: AsOfRowsOf<Entry>): AsOfProjection<Entry> {
  const { places, entry } = definition;
  const placesOf = oncePer((event: SeenEvent) => new Map(places(event).map((place) => [rowId(place), place])));
  const entryAt = (event: SeenEvent, place: RowKey) => (placesOf(event).has(rowId(place)) ? entry(event, place) : null);
  return {
    ...definition,
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

/** Returns the partitions of a list; with an instant, also the one of as-of rows. */
export const partitionsKnown = (projection: ProjectionName, partition: string, asOf: string | undefined): string[] =>
  [partition, ...(asOf === undefined ? [] : [`${partition}${earlier}`])].map((name) =>
    storedPartition(projection, name),
  );

type Rows = Pick<RowReader, 'rows' | 'load' | 'upTo' | 'knownBy'>;

/**
 * Lists the knowledge in a range of keys up to the watermark, in order, including emptied keys: one query, with an
 * instant two. Entries that a correction beyond the watermark has overwritten take another.
 */
export async function* placesIn<Entry>(
  store: Rows,
  projection: AsOfList<Entry>,
  { asOf, partition, ...range }: PlaceRange,
): AsyncGenerator<Known<Entry>> {
  if (asOf !== undefined && store.knownBy === 'reported') {
    if (!('places' in projection))
      throw new Error(`What was reported cannot be read by the name ${projection.name} alone`);
    yield* reportedPlaces(store, projection, { ...range, asOf, partition });
    return;
  }
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
  projection: AsOfList<Entry>,
  range: PlaceRange,
): AsyncGenerator<Known<Entry> & { readonly entry: Entry }> {
  for await (const { entry, ...known } of placesIn<Entry>(store, projection, range)) {
    if (entry !== null) yield { ...known, entry };
  }
}
