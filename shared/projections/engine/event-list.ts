import { eventId } from '#shared/domain/events/event-address.ts';
import type { EventTypeName } from '#shared/domain/events/event-types.ts';
import type { Modality } from '#shared/domain/events/modality.ts';
import type { Credibility } from '#shared/domain/scoring/credibility.ts';
import type { Side } from '#shared/domain/scoring/scored-dyads.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { type AsOfProjection, earlier } from './as-of-places.ts';
import { asOfRows } from './as-of-rows.ts';
import type { SeenEvent } from './change.ts';
import { dayPlaces } from './day-index.ts';
import { oncePer } from '#shared/domain/once-per.ts';
import { projectionId, type ProjectionName, type RowKey } from './projection.ts';

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
  /** What it is in a few words, where the row does not hold it. */
  readonly brief?: BriefEvent;
  /** The subject is mentioned, and takes no part; where the list says so. */
  readonly mentioned?: true;
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

/** An event in a few words. */
export interface BriefEvent {
  readonly type: EventTypeName;
  readonly modality: Modality;
  readonly occurred: string;
  readonly summary?: string;
  readonly withdrawn?: true;
}

/** The role in which an event names a person. */
export interface Naming {
  readonly name: string;
  readonly party: string;
  readonly office?: string | undefined;
}

/** Lists of events by subject, each ordered by the first day of the events. */
export type EventList = AsOfProjection<ListEntry>;

/** Bytes of one write unit. */
const unitBytes = 1024;
/**
 * Bytes that a row takes in addition to its key and its entry: the names of the attributes, the position, and since
 * when it is known.
 */
const otherBytes = 90;

export interface EventListOf extends ProjectionName {
  readonly subjects: (event: SeenEvent) => readonly string[];
  /**
   * Returns what the rows of a partition say of an event instead of holding it; `undefined`, or absent: they hold the
   * event.
   */
  readonly note?: (event: SeenEvent, partition: string) => ListNote | undefined;
  /** Whether the event only mentions the subject of a partition, where rows are to say so; absent: nowhere. */
  readonly isMentioned?: (event: SeenEvent, partition: string) => boolean;
}

/** A read model that lists, for each subject, every event as known at any time. */
export function eventList({ subjects, note, isMentioned, ...names }: EventListOf): EventList {
  const ownBytes = otherBytes + projectionId(names).length;
  return asOfRows<ListEntry>({
    ...names,
    places: (event) => dayPlaces(subjects(event), occurredRange(event.occurred), event.position),
    entry: (event, place) => {
      const noted = note?.(event, place.partition);
      if (noted !== undefined) return { ...referenceTo(event), facets: facetsOf(event), ...noted };
      const mentioned = isMentioned?.(event, place.partition) === true ? ({ mentioned: true } as const) : {};
      const left = unitBytes - ownBytes - keyBytes(place) - JSON.stringify(mentioned).length;
      const entry = entriesOf(event).find(({ bytes }) => bytes <= left)?.entry ?? referenceTo(event);
      return { ...entry, ...mentioned };
    },
    idOf: ({ event, of: [stream, version] = ['', 0] }) =>
      event === undefined ? eventId(stream, version) : eventId(event.stream, event.version),
    eventOf: listedEvent,
  });
}

/** Returns the event of an entry that holds it. */
export const listedEvent = ({ event }: ListEntry): SeenEvent | undefined =>
  event && ({ id: eventId(event.stream, event.version), ...event } as SeenEvent);

/** As-of rows have longer keys. */
const keyBytes = ({ partition, sort }: RowKey): number =>
  Buffer.byteLength(`${partition}${earlier}`) + Buffer.byteLength(sort) + '#000000000000'.length;

/** The forms of an entry, the largest first. */
const entriesOf = oncePer((event: SeenEvent) => {
  const { id: _id, ...whole } = event;
  const reference = { ...referenceTo(event), brief: briefOf(event) };
  const entries: ListEntry[] = [{ event: whole }, { ...reference, facets: facetsOf(event) }, reference];
  return entries.map((entry) => ({ entry, bytes: Buffer.byteLength(JSON.stringify(entry)) }));
});

const referenceTo = ({ stream, version }: SeenEvent): ListEntry => ({ of: [stream, version] });

/** Bytes of a summary in a few words: a row holds them whatever the event is. */
const briefBytes = 240;

/** The event in a few words: its summary is cut. */
export const briefOf = ({ type, modality, occurred, summary, withdrawn }: Omit<SeenEvent, 'id'>): BriefEvent => ({
  type,
  modality,
  occurred,
  ...(summary !== undefined && { summary: cut(summary) }),
  ...(withdrawn !== undefined && { withdrawn: true }),
});

/** A text, or as many of its words as fit. */
function cut(text: string): string {
  if (Buffer.byteLength(text) <= briefBytes) return text;
  const most = Buffer.from(text)
    .subarray(0, briefBytes - Buffer.byteLength('…'))
    .toString('utf8')
    .replace(/\ufffd+$/, '');
  const word = most.lastIndexOf(' ');
  return `${word > 0 ? most.slice(0, word) : most}…`;
}

export const facetsOf = ({ type, modality, occurred, cameo, topics, evidence, withdrawn }: SeenEvent): EventFacets => ({
  type,
  modality,
  occurred,
  ...(cameo !== undefined && { cameo }),
  ...(topics !== undefined && { topics }),
  ...(evidence?.credibility !== undefined && { evidence: { credibility: evidence.credibility } }),
  ...(withdrawn !== undefined && { withdrawn }),
});
