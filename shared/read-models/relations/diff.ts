import { withoutReports } from '#shared/domain/events/counted-evidence.ts';
import { type Difference, differences } from '#shared/domain/events/differences.ts';
import { dyadsConcerned } from '#shared/domain/parties/dyads-concerned.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { maxPageBytes, replyBytes } from '#shared/page-size.ts';
import type { Page } from '#shared/page.ts';
import { daySort } from '#shared/projections/engine/day-index.ts';
import type { ListedEvent } from '#shared/projections/engine/event-list.ts';
import { type ListedPlace, listEvents } from '#shared/projections/engine/list-events.ts';
import { merged } from '#shared/projections/engine/merged.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import type { NewestEvents } from '#shared/read-models/phases/dyad-facts.ts';
import { eventsKnown } from '#shared/read-models/scores/events-known.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { rowsPerPage } from '#shared/read-models/timeline/query.ts';
import type { Instants, KnownTwice } from './known-twice.ts';

/** The ways in which an event may be known otherwise at the later of two instants. */
export const diffKinds = ['new', 'confirmed', 'denied', 'corrected', 'retracted', 'gone'] as const;
export type DiffKind = (typeof diffKinds)[number];

/** An event that is known otherwise at the later of two instants. */
export interface EventDiff {
  readonly kind: DiffKind;
  /** The event as known at the later instant; one that is `gone`, at the earlier. */
  readonly event: ReturnType<typeof withoutReports<ListedEvent>>;
  /** The fields that differ; none of a new one. */
  readonly differences: readonly Difference[];
}

/** A place of the timeline with the event that was known there at each instant. */
interface Place {
  readonly place: string;
  readonly before: ListedEvent | undefined;
  readonly after: ListedEvent | undefined;
  readonly rows: number;
}

export interface DiffsAsked extends Instants {
  readonly dyad: string;
  readonly limit: number;
  /** The place of the last entry of the page before. */
  readonly after?: string | undefined;
}

/**
 * Places that are compared together, about as many as are shown: the events among them that have moved are read in one
 * call for each instant.
 */
const placesTogether = (limit: number): number => Math.min(Math.max(limit, 25), 100);

/**
 * Compares what was known at two instants, in the order of days, newest first: an event that is gone stands where it
 * was. A page reads on where the one before ended; the first takes what `known` has already.
 */
export async function diffPage(store: RowReader, asked: DiffsAsked, known?: KnownTwice): Promise<Page<EventDiff>> {
  const items: EventDiff[] = [];
  let [seen, bytes] = [0, 0];
  let at: string | undefined;
  for await (const together of inChunks(
    known === undefined ? placesIn(store, asked) : placesAmong(known),
    placesTogether(asked.limit),
  )) {
    const diffs = await diffsAt(store, together, asked, known);
    for (const [index, { place, rows }] of together.entries()) {
      const diff = diffs[index];
      const full = seen > rowsPerPage || bytes > maxPageBytes || (diff !== undefined && items.length === asked.limit);
      if (full && at !== undefined) return { items, next: at };
      if (diff !== undefined) items.push(diff);
      bytes += diff === undefined ? 0 : replyBytes(diff);
      seen += rows;
      at = place;
    }
  }
  const isLast = known === undefined || !(known.before.isCut || known.after.isCut);
  return { items, ...(!isLast && at !== undefined && { next: at }) };
}

async function* inChunks(places: AsyncIterable<Place>, together: number): AsyncGenerator<readonly Place[]> {
  let chunk: Place[] = [];
  for await (const place of places) {
    if (chunk.push(place) < together) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** Lists the places of a timeline, read at both instants. */
const placesIn = (store: RowReader, { dyad, from, to, after, limit }: DiffsAsked): AsyncGenerator<Place> => {
  const range = { partition: dyad, order: 'descending', after, pageSize: placesTogether(limit) + 1 } as const;
  return paired(
    listEvents(store, timeline, { ...range, asOf: from }),
    listEvents(store, timeline, { ...range, asOf: to }),
  );
};

/**
 * Lists the places of events that are known, down to the days that both instants reach: of a long timeline, each has
 * the newest only.
 */
async function* placesAmong({ before, after }: KnownTwice): AsyncGenerator<Place> {
  const placed = ({ events }: NewestEvents) =>
    events.map((event) => ({ place: daySort(event.from, event.position), event, rows: 0 }));
  const oldest = [before, after].flatMap((known) => (known.isCut ? placed(known).slice(-1) : []));
  const first = oldest.reduce((one, { place }) => (place > one ? place : one), '');
  const reached = async function* (known: NewestEvents) {
    yield* placed(known).filter(({ place }) => place >= first);
  };
  yield* paired(reached(before), reached(after));
}

type Listed = Pick<ListedPlace, 'place' | 'event' | 'rows'>;

async function* paired(before: AsyncIterable<Listed>, after: AsyncIterable<Listed>): AsyncGenerator<Place> {
  const each = async function* (places: AsyncIterable<Listed>, at: 'before' | 'after') {
    for await (const listed of places) yield { ...listed, at };
  };
  let here: Place | undefined;
  const all = merged(each(before, 'before'), each(after, 'after'), ({ place }) => place, 'descending');
  for await (const { place, event, rows, at } of all) {
    if (here?.place !== place) {
      if (here !== undefined) yield here;
      here = { place, before: undefined, after: undefined, rows: 0 };
    }
    here = { ...here, [at]: event, rows: here.rows + rows };
  }
  if (here !== undefined) yield here;
}

/** What differs at each place. An event that is known at one instant only may have had another place at the other. */
async function diffsAt(
  store: RowReader,
  places: readonly Place[],
  { dyad, from, to }: DiffsAsked,
  known: KnownTwice | undefined,
): Promise<(EventDiff | undefined)[]> {
  const moved = places.filter(({ before, after }) => (before === undefined) !== (after === undefined));
  const isOld = ({ recordedAt }: ListedEvent) => store.knownBy === 'reported' || recordedAt <= from;
  const came = moved.flatMap(({ after }) => (after !== undefined && isOld(after) ? [after.id] : []));
  const left = moved.flatMap(({ before }) => before?.id ?? []);
  const [former, current] = await Promise.all([
    elsewhere(store, came, { dyad, asOf: from, known: known?.before }),
    elsewhere(store, left, { dyad, asOf: to, known: known?.after }),
  ]);
  return places.map(({ before, after }) => {
    if (after !== undefined) return eventDiff(before ?? former.get(after.id), after);
    if (before === undefined || before.withdrawn !== undefined || current.has(before.id)) return undefined;
    return { kind: 'gone', event: withoutReports(before), differences: [] };
  });
}

/** Returns those of some events that an instant has somewhere in the timeline of a dyad. */
async function elsewhere(
  store: RowReader,
  ids: readonly string[],
  { dyad, asOf, known }: { readonly dyad: string; readonly asOf: string; readonly known: NewestEvents | undefined },
): Promise<ReadonlyMap<string, ListedEvent>> {
  if (ids.length === 0) return new Map();
  if (known?.isCut === false) return new Map(known.events.map((event) => [event.id, event]));
  const found = [...(await eventsKnown(store, ids, asOf)).values()];
  const between = found.filter((event) => dyadsConcerned(event).includes(dyad));
  return new Map(between.map((event) => [event.id, { ...event, ...occurredRange(event.occurred) }]));
}

/** Fields that are derived: a difference in them is no correction. */
const derived = new Set(['/corrections', '/from', '/to']);

function eventDiff(before: ListedEvent | undefined, after: ListedEvent): EventDiff | undefined {
  const event = withoutReports(after);
  // Recorded and retracted in between: it was known at neither instant.
  if (before === undefined) return after.withdrawn === undefined ? { kind: 'new', event, differences: [] } : undefined;
  const found = differences(before, after).filter(({ pointer }) => !derived.has(pointer));
  return found.length === 0 ? undefined : { kind: kindOf(before, after), event, differences: found };
}

function kindOf(before: ListedEvent, after: ListedEvent): DiffKind {
  if (before.withdrawn === undefined && after.withdrawn !== undefined) return 'retracted';
  if (before.modality === after.modality) return 'corrected';
  return after.modality === 'held' ? 'confirmed' : after.modality === 'denied' ? 'denied' : 'corrected';
}
