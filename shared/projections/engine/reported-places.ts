import {
  type AsOfProjection,
  type AsOfRows,
  earlier,
  type Known,
  latest,
  type PlaceRange,
  placeOf,
} from './as-of-places.ts';
import type { SeenEvent } from './change.ts';
import { storedPartition } from './projection.ts';
import { rowId, type RowReader, type StoredRow } from './read-models.ts';
import { eventsReported } from './reported-events.ts';

type Rows = Pick<RowReader, 'rows' | 'load' | 'upTo'>;
type Range = PlaceRange & { readonly asOf: string };

/** The places whose events are read together; the history of each corrected event is a query. */
const placesTogether = 100;
/** The places, and the corrected events among them, that one listing reads at most. */
export const mostPlaces = 20_000;
export const mostCorrected = 2000;
/** The rows that the query of a history counts as, where rows are counted. */
const rowsOfHistory = 20;

/** A listing of what was reported has more places, or more corrected events, than it may read. */
export class TooMuchReported extends Error {
  constructor() {
    super(
      `Expected knownBy=recorded here: of what was reported, a query reads ${mostPlaces} events of a list, ${mostCorrected} of them corrected, at most`,
    );
    this.name = 'TooMuchReported';
  }
}

/**
 * Lists what was known by report at an instant in a range of places, in their order. Every place that an event ever had
 * has a row, so that none is missed; its event is folded anew from what was reported by then. Throws `TooMuchReported`
 * beyond `mostPlaces` or `mostCorrected`.
 */
export async function* reportedPlaces<Entry>(
  store: Rows,
  projection: AsOfProjection<Entry>,
  { asOf, partition, ...range }: Range,
): AsyncGenerator<Known<Entry>> {
  const { upTo = Number.POSITIVE_INFINITY } = store;
  const known = async (places: readonly StoredRow[][]) => knownAt(store, projection, { asOf, partition, ...range }, places);
  let places: StoredRow[][] = [];
  let [seen, corrected] = [0, 0];
  for await (const row of store.rows({ ...range, partition: storedPartition(projection, partition) })) {
    const last = places.at(-1);
    const isSame = last?.some(({ sort }) => placeOf(sort) === placeOf(row.sort)) === true;
    if (!isSame && places.length === placesTogether) {
      yield* await known(places);
      places = [];
    }
    if (row.sort.endsWith(latest)) corrected += 1;
    if (!isSame) seen += 1;
    if (seen > mostPlaces || corrected > mostCorrected) throw new TooMuchReported();
    if (isSame) last.push(row);
    else if (row.position <= upTo || row.sort.endsWith(latest)) places.push([row]);
  }
  yield* await known(places);
} // prettier-ignore

async function knownAt<Entry>(
  store: Rows,
  projection: AsOfProjection<Entry>,
  { asOf, partition }: Range,
  places: readonly StoredRow[][],
): Promise<Known<Entry>[]> {
  const named = await Promise.all(places.map(async (rows) => ({ rows, ...(await namedAt(store, projection, partition, rows)) })));
  const asked = new Map<string, SeenEvent | undefined>(named.flatMap(({ id, event }) => (id === undefined ? [] : [[id, event]])));
  const events = await eventsReported(store, asked, asOf);
  return named.map(({ rows, id = '' }) => {
    const place = placeOf(rows[0]?.sort ?? '');
    const { event, since = '' } = events.get(id) ?? {};
    const key = { partition, sort: place };
    const isCorrected = rows.some(({ sort }) => sort.endsWith(latest));
    const known = { place, since, rows, ...(isCorrected && { worth: rowsOfHistory }) };
    const isThere = event !== undefined && projection.places(event).some((one) => rowId(one) === rowId(key));
    if (!isThere) return { ...known, madeAt: 0, entry: null };
    return { ...known, madeAt: event.position, entry: projection.entry(event, key), event };
  });
} // prettier-ignore

/** Returns the id of the event at some rows, and the event as it is now if a row holds it. */
async function namedAt<Entry>(
  store: Rows,
  { idOf = idIn, eventOf = () => undefined, ...projection }: AsOfProjection<Entry>,
  partition: string,
  rows: readonly StoredRow[],
): Promise<{ readonly id?: string | undefined; readonly event?: SeenEvent | undefined }> {
  const entryIn = (row: StoredRow | undefined) => (row?.data as AsOfRows<Entry> | undefined)?.entry ?? undefined;
  const current = rows.find(({ sort }) => sort.endsWith(latest));
  const entry = entryIn(current) ?? entryIn(rows.find((row) => row !== current));
  if (entry !== undefined) {
    const isCurrent = current === undefined || entryIn(current) !== undefined;
    return { id: idOf(entry), event: isCurrent ? eventOf(entry) : undefined };
  }
  // The event has left this place, which was not its first: a step has its id.
  const place = placeOf(rows[0]?.sort ?? '');
  const range = { from: `${place}#`, to: `${place}#~`, order: 'descending' } as const;
  for await (const { data } of store.rows({ ...range, partition: storedPartition(projection, `${partition}${earlier}`) })) {
    const { entry: then } = data as AsOfRows<Entry>;
    if (then !== null) return { id: idOf(then) };
  }
  return {};
} // prettier-ignore

const idIn = (entry: unknown): string | undefined => (entry as { readonly id?: string }).id;
