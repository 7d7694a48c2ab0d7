import type { SeenEvent } from './change.ts';
import { paddedPosition } from './padded-position.ts';
import type { Projection, ProjectionName, RowKey } from './projection.ts';
import type { RowRange, StoredRow } from './read-models.ts';

/**
 * The entry of an event at a place, known since an instant; `null`: a correction has moved the event to another place.
 * An event whose date or parties were corrected has had several places. Each has a row of its first record, which is
 * written once, a row of the corrected event, if any, and in another partition a row for each correction: so the
 * present list costs the same however often its events were corrected.
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
  /** Returns the id of an entry's event; absent: the entry's `id`. */
  readonly idOf?: (entry: Entry) => string | undefined;
  /** Returns the event of an entry that holds it. */
  readonly eventOf?: (entry: Entry) => SeenEvent | undefined;
}

/** A projection of such rows, with the functions that place an event. */
export type AsOfProjection<Entry> = Projection<AsOfRows<Entry>> & AsOfRowsOf<Entry>;

/** Such a projection, or its name, which is enough to read what was recorded. */
export type AsOfList<Entry> = AsOfProjection<Entry> | ProjectionName;

/** A range of places in a partition. */
export interface PlaceRange extends Omit<RowRange, 'partition'> {
  /** As `places` names it. */
  readonly partition: string;
  /** The instant (UTC) of the knowledge; absent: now. */
  readonly asOf?: string | undefined;
}

/** The knowledge at a key, the instant since which it is known, and the position that made it known. */
export interface Known<Entry> {
  readonly place: string;
  readonly since: string;
  readonly madeAt: number;
  /** `null`: the event has moved to another place, or nothing was known yet. */
  readonly entry: Entry | null;
  /** The rows that were read for it. */
  readonly rows: readonly StoredRow[];
  /** The event, if it was read. */
  readonly event?: SeenEvent;
  /** The rows that a further query for it counts as. */
  readonly worth?: number;
}

/** Ends the partition of earlier states; no other name of a partition has its character. */
export const earlier = '/~earlier';
/** Ends the sort key of a corrected event, which sorts right after its first record. */
export const latest = '!';

/** Returns the key of the state at a place from a position on: `<key>#<position>`. */
export const stepAt = ({ partition, sort }: RowKey, position: number): RowKey => ({
  partition: `${partition}${earlier}`,
  sort: `${sort}#${paddedPosition(position)}`,
});

/** Returns the place of a present row by its sort key. */
export const placeOf = (sort: string): string => (sort.endsWith(latest) ? sort.slice(0, -latest.length) : sort);
