import { eventId } from '#shared/domain/events/event-address.ts';
import { placesIn } from '#shared/projections/engine/as-of-rows.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import type { ListEntry } from '#shared/projections/engine/event-list.ts';
import { type StateRef, statesAt } from '#shared/projections/engine/event-states.ts';
import { storedPartition } from '#shared/projections/engine/projection.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { withWhole } from '#shared/projections/engine/with-whole.ts';
import { dossiersName } from '#shared/read-models/timeline/list-names.ts';
import { documentSubjects } from './document-subjects.ts';

/** The documents that are looked up at most: those of the first events. */
const mostDocuments = 100;
/** The newest events of one document that are compared: of more that cite it, the others are not. */
const mostOfDocument = 20;
/** The places of one document that are read for them at most: some of their events are withdrawn. */
const mostPlacesOfDocument = 40;
/** The events that are read at most. */
const mostEvents = 500;

/**
 * Reads what rests on the same documents as some events, whatever its days, and is not `known` yet: all documents in
 * two calls, and their events in as many as hundreds of them. `isCut` says that there are more documents or events.
 */
export async function restingOnTheSame(
  store: RowReader,
  events: readonly SeenEvent[],
  known: ReadonlySet<string>,
): Promise<{ readonly events: readonly SeenEvent[]; readonly isCut: boolean }> {
  const all = [...new Set(events.flatMap(documentSubjects))];
  const subjects = all.slice(0, mostDocuments);
  const types = new Set<string>(events.map(({ type }) => type));
  const partitions = subjects.map((subject) => storedPartition(dossiersName, subject));
  const lists = await withWhole(store, partitions, { most: mostDocuments * mostPlacesOfDocument });
  const refs = new Map<string, StateRef>();
  for (const subject of subjects) {
    for (const ref of await newestOf(lists, subject, types)) {
      const id = eventId(ref.stream, ref.version);
      if (!known.has(id)) refs.set(id, ref);
    }
  }
  const states = await statesAt(store, [...refs.values()].slice(0, mostEvents));
  const isCut = all.length > mostDocuments || refs.size > mostEvents;
  return { events: [...states.values()].map(({ event }) => event), isCut };
}

/** Returns the newest events of a document that are of some types and not withdrawn. */
async function newestOf(store: RowReader, subject: string, types: ReadonlySet<string>): Promise<StateRef[]> {
  const found: StateRef[] = [];
  const range = { partition: subject, order: 'descending', pageSize: mostPlacesOfDocument } as const;
  let places = 0;
  for await (const { entry, madeAt } of placesIn<ListEntry>(store, dossiersName, range)) {
    const { of, facets } = entry ?? {};
    if (of !== undefined && facets !== undefined && facets.withdrawn === undefined && types.has(facets.type))
      found.push({ stream: of[0], version: of[1], madeAt });
    places += 1;
    if (found.length === mostOfDocument || places === mostPlacesOfDocument) break;
  }
  return found;
}
