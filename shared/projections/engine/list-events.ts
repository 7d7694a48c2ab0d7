import { eventId } from '#shared/domain/events/event-address.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { jsonBytes } from '#shared/page-size.ts';
import { type AsOfRow, newestAt, placeOf, rowsByPlace } from './as-of-rows.ts';
import type { SeenEvent } from './change.ts';
import { type DayRange, rowsBetween } from './day-index.ts';
import type { EventFacets, ListedEvent, ListEntry } from './event-list.ts';
import { type StateRef, statesAt } from './event-states.ts';
import type { ProjectionName } from './projection.ts';
import type { RowReader } from './read-models.ts';

export interface ListRange extends DayRange {
  /** What was known at this instant (UTC); absent: what is known now. */
  readonly asOf?: string | undefined;
  /** Which events are wanted: of the others, nothing more is read. */
  readonly passes?: (facets: EventFacets & { readonly from: string | null; readonly to: string | null }) => boolean;
}

/** A place of a list, with what reading it took; `event`: absent when nothing was known there, or the event is not wanted. */
export interface ListedPlace {
  readonly place: string;
  readonly rows: number;
  readonly bytes: number;
  readonly event?: ListedEvent | undefined;
}

/** Places whose events are read together. */
const placesTogether = 101;

/** Lists events in the order of their days, as they are known or were known at an instant. Bodies that rows do not hold are read in batches. */
export async function* listEvents(
  store: RowReader,
  list: ProjectionName,
  { asOf, passes = () => true, ...range }: ListRange,
): AsyncGenerator<ListedPlace> {
  const together = Math.min(range.pageSize - 1, placesTogether);
  let places: AsOfRow<ListEntry>[][] = [];
  const wanted = (entry: EventFacets) => passes({ ...entry, ...occurredRange(entry.occurred) });
  const read = async () => {
    const known = places.map((rows) => ({ rows, ref: referenceIn(newestAt(rows, asOf), wanted) }));
    const states = await statesAt(
      store,
      known.flatMap(({ ref }) => ref ?? []),
    );
    return known.map(({ rows, ref }): ListedPlace => {
      const event = ref === undefined ? eventOf(newestAt(rows, asOf)) : states.get(ref)?.event;
      return {
        place: placeOf(rows[0]?.sort ?? ''),
        rows: rows.length,
        bytes: jsonBytes(rows) + (ref === undefined || event === undefined ? 0 : jsonBytes(event)),
        event: event !== undefined && wanted(event) ? { ...event, ...occurredRange(event.occurred) } : undefined,
      };
    });
  };
  for await (const rows of rowsByPlace(rowsBetween<ListEntry>(store, list, range))) {
    if (places.push(rows) < together) continue;
    yield* await read();
    places = [];
  }
  yield* await read();
}

/** Where the event of a row is to be read; `undefined`: the row says all there is to say. */
function referenceIn(
  row: AsOfRow<ListEntry> | undefined,
  wanted: (facets: EventFacets) => boolean,
): StateRef | undefined {
  const { of, facets } = row?.data.entry ?? {};
  if (row === undefined || of === undefined || (facets !== undefined && !wanted(facets))) return undefined;
  const [stream, version] = of;
  return { stream, version, madeAt: row.position };
}

function eventOf(row: AsOfRow<ListEntry> | undefined): SeenEvent | undefined {
  const event = row?.data.entry?.event;
  return event && ({ id: eventId(event.stream, event.version), ...event } as SeenEvent);
}
