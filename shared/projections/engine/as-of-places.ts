import type { SeenEvent } from './change.ts';
import { paddedPosition } from './padded-position.ts';
import type { Projection, ProjectionName, RowKey } from './projection.ts';
import type { RowRange, StoredRow } from './read-models.ts';

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
  /** The id of the event that an entry is kept of; absent: its `id`. */
  readonly idOf?: (entry: Entry) => string | undefined;
  /** The event itself, where an entry has it. */
  readonly eventOf?: (entry: Entry) => SeenEvent | undefined;
}

/** A projection of such rows, with what tells where an event would be that was known otherwise. */
export type AsOfProjection<Entry> = Projection<AsOfRows<Entry>> & AsOfRowsOf<Entry>;

/** Such a projection, or its name: by that alone, what was recorded is read. */
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
  /** The event, where it was read for that. */
  readonly event?: SeenEvent;
  /** How many rows a query of its own counts for. */
  readonly worth?: number;
}

/** No name that a partition ends with has such a character. */
export const earlier = '/~earlier';
/** The corrected event sorts right after its first record. */
export const latest = '!';

/** The knowledge at a key from a position on: `<key>#<position>`. */
export const stepAt = ({ partition, sort }: RowKey, position: number): RowKey => ({
  partition: `${partition}${earlier}`,
  sort: `${sort}#${paddedPosition(position)}`,
});

/** The place that a row of now is at. */
export const placeOf = (sort: string): string => (sort.endsWith(latest) ? sort.slice(0, -latest.length) : sort);
