import type { SeenEvent } from './change.ts';
import { merged } from './merged.ts';
import { oncePer } from './once-per.ts';
import { paddedPosition } from './padded-position.ts';
import { type Projection, type ProjectionName, type RowKey, storedPartition } from './projection.ts';
import { type ReadModels, rowId, type RowRange, type StoredRow } from './read-models.ts';

/**
 * What is known of an event that has its place here, since an instant; `null`: a correction has put it elsewhere. An event whose date or parties
 * were corrected has had several places, and each keeps a row. What was known before a correction is kept beside, in rows that are written once:
 * a list of now costs the same however often its events were corrected.
 */
export interface AsOfRows<Entry> {
  readonly since: string;
  readonly entry: Entry | null;
}

export interface AsOfRowsOf<Entry> extends ProjectionName {
  /** Where an event has its places: a partition, and the order in it. */
  readonly places: (event: SeenEvent) => readonly RowKey[];
  /** What is kept of the event at one of them. */
  readonly entry: (event: SeenEvent, place: RowKey) => Entry;
}

/** A read model that lists events and tells what was known at any time. */
export function asOfRows<Entry>({ places, entry, ...named }: AsOfRowsOf<Entry>): Projection<AsOfRows<Entry>> {
  const placesOf = oncePer((event: SeenEvent) => new Map(places(event).map((place) => [rowId(place), place])));
  const entryAt = (event: SeenEvent, place: RowKey) => (placesOf(event).has(rowId(place)) ? entry(event, place) : null);
  return {
    ...named,
    writesOnce: ({ partition }) => partition.endsWith(earlier),
    isFirst: ({ before }) => before === undefined,
    keys: ({ before, after, position }) => {
      if (before === undefined) return [...placesOf(after).values()];
      const all = [...new Map([...placesOf(before), ...placesOf(after)]).values()];
      const first = before.corrections === undefined ? [...placesOf(before).values()] : [];
      const at = (some: readonly RowKey[], made: number) => some.map((place) => stepAt(place, made));
      return [...all, ...at(all, position), ...at(first, before.position)];
    },
    project: (_row, { before, after, recordedAt, position }, { partition, sort }) => {
      if (!partition.endsWith(earlier)) return { since: recordedAt, entry: entryAt(after, { partition, sort }) };
      const place = { partition: partition.slice(0, -earlier.length), sort: placeOf(sort) };
      if (madeAt(sort) === position) return { since: recordedAt, entry: entryAt(after, place) };
      return before === undefined
        ? { since: recordedAt, entry: null }
        : { since: before.recordedAt, entry: entryAt(before, place) };
    },
  };
}

/** No name that a partition ends with has such a character. */
const earlier = '/~earlier';
/** What was known at a place from a position on: `<place>#<position of what made it known>`. */
const stepAt = ({ partition, sort }: RowKey, position: number): RowKey => ({
  partition: `${partition}${earlier}`,
  sort: `${sort}#${paddedPosition(position)}`,
});
const placeOf = (sort: string): string => sort.slice(0, sort.lastIndexOf('#'));
const madeAt = (sort: string): number => Number(sort.slice(sort.lastIndexOf('#') + 1));

/** A range of places in a partition. */
export interface PlaceRange extends Omit<RowRange, 'partition'> {
  /** As `places` names it. */
  readonly partition: string;
  /** What was known at this instant (UTC); absent: what is known now. */
  readonly asOf?: string | undefined;
}

/** What is known at a place, since when it has been known so, and the position of what made it known. */
export interface Known<Entry> {
  readonly place: string;
  readonly since: string;
  readonly madeAt: number;
  /** `null`: the event has moved to another place, or nothing was known yet. */
  readonly entry: Entry | null;
  /** The rows that were read for it. */
  readonly rows: readonly StoredRow[];
}

type Rows = Pick<ReadModels, 'rows'>;

/** What is known in a range of places, in their order, also of those without anything now: one query, and as of an instant two. */
export async function* placesIn<Entry>(
  store: Rows,
  projection: ProjectionName,
  { asOf, partition, ...range }: PlaceRange,
): AsyncGenerator<Known<Entry>> {
  const now = store.rows({ ...range, partition: storedPartition(projection, partition) });
  if (asOf === undefined) {
    for await (const row of now) yield knownAt<Entry>(row.sort, [stepFrom(row)], undefined);
    return;
  }
  const before = store.rows({ ...range, partition: storedPartition(projection, `${partition}${earlier}`) });
  let steps: Step[] = [];
  const place = ({ row, isEarlier }: Step) => (isEarlier ? placeOf(row.sort) : row.sort);
  for await (const step of merged(each(now, false), each(before, true), place, range.order)) {
    const [first] = steps;
    if (first !== undefined && place(first) !== place(step)) {
      yield knownAt<Entry>(place(first), steps, asOf);
      steps = [];
    }
    steps.push(step);
  }
  const [last] = steps;
  if (last !== undefined) yield knownAt<Entry>(place(last), steps, asOf);
}

interface Step {
  readonly row: StoredRow;
  readonly isEarlier: boolean;
  readonly madeAt: number;
}

const stepFrom = (row: StoredRow, isEarlier = false): Step => ({
  row,
  isEarlier,
  madeAt: isEarlier ? madeAt(row.sort) : row.position,
});

async function* each(rows: AsyncIterable<StoredRow>, isEarlier: boolean): AsyncGenerator<Step> {
  for await (const row of rows) yield stepFrom(row, isEarlier);
}

/** The newest of the steps at a place, or the newest that was known at an instant. */
function knownAt<Entry>(place: string, steps: readonly Step[], instant: string | undefined): Known<Entry> {
  const rows = steps.map(({ row }) => row);
  const dataOf = ({ data }: StoredRow) => data as AsOfRows<Entry>;
  const newest = steps
    .toSorted((a, b) => a.madeAt - b.madeAt)
    .findLast(({ row }) => instant === undefined || dataOf(row).since <= instant);
  if (newest === undefined) return { place, since: '', madeAt: 0, entry: null, rows };
  return { place, madeAt: newest.madeAt, ...dataOf(newest.row), rows };
}

/** What is known in a range of places, in their order. */
export async function* knownIn<Entry>(
  store: Rows,
  projection: Projection<AsOfRows<Entry>>,
  range: PlaceRange,
): AsyncGenerator<Known<Entry> & { readonly entry: Entry }> {
  for await (const { entry, ...known } of placesIn<Entry>(store, projection, range)) {
    if (entry !== null) yield { ...known, entry };
  }
}
