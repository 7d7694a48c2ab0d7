import type { EventTypeName } from '#shared/domain/events/event-types.ts';
import type { Modality } from '#shared/domain/events/modality.ts';
import type { Credibility } from '#shared/domain/scoring/credibility.ts';
import type { Side } from '#shared/domain/scoring/scored-dyads.ts';
import { asOfRows, type AsOfRows } from './as-of-rows.ts';
import type { SeenEvent } from './change.ts';
import { oncePer } from './once-per.ts';
import { type Projection, projectionId, type ProjectionName, type RowKey } from './projection.ts';

/** An event in a list, with the days (`YYYY-MM-DD`) between which it happened; `null` is open or unknown. */
export type ListedEvent = SeenEvent & { readonly from: string | null; readonly to: string | null };

/** The fields that lists filter by. */
export interface EventFacets {
  readonly type: EventTypeName;
  readonly modality: Modality;
  readonly occurred: string;
  readonly cameo?: string | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly evidence?: { readonly credibility?: Credibility | undefined } | undefined;
  readonly withdrawn?: object | undefined;
}

/** The part of an event that a row holds. */
export interface ListEntry {
  /** The event, where the row stays within one write unit. */
  readonly event?: Omit<SeenEvent, 'id'>;
  /** Otherwise its address; the event itself is read from its own row. */
  readonly of?: readonly [stream: string, version: number];
  /** The filter fields, where they are short enough. */
  readonly facets?: EventFacets;
  /** The role of the subject, where the list shows it. */
  readonly named?: readonly Naming[];
  /** Among how many parties it happened, and how the subject took part, where the list says so. */
  readonly among?: Among;
}

/** How a party takes part in an event of many. */
export interface Among {
  readonly parties: number;
  /** Absent: it observes. */
  readonly side?: Side;
  /** There are two sides. */
  readonly areTwo?: true;
}

/** What a row says in addition to its reference and its facets. */
export type ListNote = Pick<ListEntry, 'named' | 'among'>;

/** The role in which an event names a person. */
export interface Naming {
  readonly name: string;
  readonly party: string;
  readonly office?: string | undefined;
}

/** Lists of events by subject, each ordered by the first day of the events. */
export type EventList = Projection<AsOfRows<ListEntry>>;

/** Bytes of one write unit. */
const unitBytes = 1024;
/** Bytes that a row takes beside its key and its entry: the names of the attributes, the position, and since when it is known. */
const otherBytes = 90;

export interface EventListOf extends ProjectionName {
  /** Returns the places of an event: those of `dayPlaces`. */
  readonly places: (event: SeenEvent) => readonly RowKey[];
  /** Returns what the rows of a partition say of an event instead of holding it; `undefined`, or absent: they hold the event. */
  readonly note?: (event: SeenEvent, partition: string) => ListNote | undefined;
}

/** A read model that lists, for each subject, every event as known at any time. */
export function eventList({ places, note, ...names }: EventListOf): EventList {
  const ownBytes = otherBytes + projectionId(names).length;
  return asOfRows<ListEntry>({
    ...names,
    places,
    entry: (event, place) => {
      const noted = note?.(event, place.partition);
      if (noted !== undefined) return { ...referenceTo(event), facets: facetsOf(event), ...noted };
      const left = unitBytes - ownBytes - keyBytes(place);
      return entriesOf(event).find(({ bytes }) => bytes <= left)?.entry ?? referenceTo(event);
    },
  });
}

/** As-of rows have longer keys. */
const keyBytes = ({ partition, sort }: RowKey): number =>
  Buffer.byteLength(`${partition}/~earlier`) + Buffer.byteLength(sort) + '#000000000000'.length;

/** The forms of an entry, the largest first. */
const entriesOf = oncePer((event: SeenEvent) => {
  const { id: _id, ...whole } = event;
  const entries: ListEntry[] = [{ event: whole }, { ...referenceTo(event), facets: facetsOf(event) }];
  return entries.map((entry) => ({ entry, bytes: Buffer.byteLength(JSON.stringify(entry)) }));
});

export const referenceTo = ({ stream, version }: SeenEvent): ListEntry => ({ of: [stream, version] });

export const facetsOf = ({ type, modality, occurred, cameo, topics, evidence, withdrawn }: SeenEvent): EventFacets => ({
  type,
  modality,
  occurred,
  ...(cameo !== undefined && { cameo }),
  ...(topics !== undefined && { topics }),
  ...(evidence?.credibility !== undefined && { evidence: { credibility: evidence.credibility } }),
  ...(withdrawn !== undefined && { withdrawn }),
});
