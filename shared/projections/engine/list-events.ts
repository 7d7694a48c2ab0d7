import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { replyBytes } from '#shared/page-size.ts';
import type { AsOfList, Known } from './as-of-places.ts';
import type { SeenEvent } from './change.ts';
import { type DayRange, placesBetween } from './day-index.ts';
import { type EventFacets, type ListedEvent, listedEvent, type ListEntry } from './event-list.ts';
import { merged } from './merged.ts';
import { type StateRef, statesAt } from './event-states.ts';
import type { RowReader } from './read-models.ts';

export interface ListRange extends DayRange {
  /** Which events are wanted: of the others, nothing more is read. */
  readonly passes?: (facets: EventFacets & { readonly from: string | null; readonly to: string | null }) => boolean;
  /** Which of those are wanted by what only the whole event says. */
  readonly finds?: (event: SeenEvent) => boolean;
  /** Lists whose places are in the same order, and are listed with those of the partition, each once. */
  readonly others?: readonly AsyncIterable<Known<ListEntry>>[];
}

/** An entry of a list; `event` is absent when nothing was known there or the filter excludes it. */
export interface ListedPlace {
  readonly place: string;
  readonly rows: number;
  readonly bytes: number;
  readonly event?: ListedEvent | undefined;
}

/** Places whose events are read together. */
const placesTogether = 101;

/**
 * Lists events in the order of their days, as they are known or were known at an instant. Bodies that rows do not hold
 * are read in batches.
 */
export async function* listEvents(
  store: RowReader,
  list: AsOfList<ListEntry>,
  { passes = () => true, finds = () => true, others = [], ...range }: ListRange,
): AsyncGenerator<ListedPlace> {
  const together = Math.min(range.pageSize - 1, placesTogether);
  let places: Known<ListEntry>[] = [];
  const wanted = (entry: EventFacets) => passes({ ...entry, ...occurredRange(entry.occurred) });
  const read = async () => {
    const known = places.map((place) => ({ ...place, ref: referenceIn(place, wanted) }));
    const states = await statesAt(
      store,
      known.flatMap(({ ref }) => ref ?? []),
    );
    return known.map(({ place, entry, rows, ref, worth = 0, event: held }): ListedPlace => {
      const event = held ?? (ref === undefined ? entry && listedEvent(entry) : states.get(ref)?.event) ?? undefined;
      return {
        place,
        rows: rows.length + worth,
        bytes: replyBytes(rows) + (ref === undefined || event === undefined ? 0 : replyBytes(event)),
        event:
          event !== undefined && wanted(event) && finds(event)
            ? { ...event, ...occurredRange(event.occurred) }
            : undefined,
      };
    });
  };
  const listed = others.reduce<AsyncIterable<Known<ListEntry>>>(
    (some, more) => onceEach(merged(some, more, ({ place }) => place, range.order)),
    placesBetween<ListEntry>(store, list, range),
  );
  for await (const known of listed) {
    if (places.push(known) < together) continue;
    yield* await read();
    places = [];
  }
  yield* await read();
}

/** Takes of places with the same name the first that says something; what was read for the others still counts. */
async function* onceEach(places: AsyncIterable<Known<ListEntry>>): AsyncGenerator<Known<ListEntry>> {
  let known: Known<ListEntry> | undefined;
  for await (const next of places) {
    if (known?.place === next.place) {
      const rows = [...known.rows, ...next.rows];
      known = { ...(known.entry === null ? next : known), rows };
      continue;
    }
    if (known !== undefined) yield known;
    known = next;
  }
  if (known !== undefined) yield known;
}

/** Returns the key of an entry's event; `undefined` when its row holds the event. */
function referenceIn(
  { entry, madeAt, event }: Known<ListEntry>,
  wanted: (facets: EventFacets) => boolean,
): StateRef | undefined {
  const { of, facets } = entry ?? {};
  if (event !== undefined || of === undefined || (facets !== undefined && !wanted(facets))) return undefined;
  const [stream, version] = of;
  return { stream, version, madeAt };
}
