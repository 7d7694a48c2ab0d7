import { daysLater, firstDayOf, lastDayOf } from '#shared/domain/dates/calendar.ts';
import { dedupeKeys, type Duplicate, duplicateFinder } from '#shared/domain/events/duplicate.ts';
import { type Comparable, likenessOf } from '#shared/domain/events/likeness.ts';
import { isMultilateral, partiesOf } from '#shared/domain/events/multilateral.ts';
import type { DiplomaticEvent } from '#shared/domain/events/new-event.ts';
import { inParallel } from '#shared/in-parallel.ts';
import { dyadOf } from '#shared/domain/parties/dyad.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import { listEvents } from '#shared/projections/engine/list-events.ts';
import { servedReadModels } from '#shared/projections/generations/served-read-models.ts';
import type { Progress } from '#shared/projections/engine/projection-progress.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { aboutParty, dossiersName, multilateralOf, timelineName } from '#shared/read-models/timeline/list-names.ts';
import { documentSubjects } from './document-subjects.ts';
import type { ProjectionName } from '#shared/projections/engine/projection.ts';

/** The events that each of some new ones probably repeats. */
export type FindDuplicates = (events: readonly DiplomaticEvent[]) => Promise<Duplicate[][]>;

/** The newest events of one month that are compared: of more between two parties, the others are not. */
const mostOfMonth = 500;
/** The places of one month that are read for them at most, whatever the types of their events. */
const mostPlacesOfMonth = 5000;
/** Days before a month in which an event may have begun that has duplicates in it: one whose date spans a season. */
const longestDays = 92;

export interface DuplicateSources extends Pick<Progress, 'serving'> {
  readonly readModels: RowReader;
}

/**
 * The newest events of one type, the same parties and one document that are compared: of more that cite it, the others
 * are not.
 */
const mostOfDocument = 20;
/** The places of one document that are read for them at most: some of their events are withdrawn. */
const mostPlacesOfDocument = 40;
/** The documents that one call looks up at most: those of the first events. */
const mostDocuments = 100;

/** A place in a list in which events and their duplicates meet. */
interface Place {
  readonly list: ProjectionName;
  readonly subject: string;
  /** Absent: whenever they happened. */
  readonly month?: string;
}

/** Looks for duplicates in the read models that serve. */
export const findDuplicates =
  ({ readModels, serving }: DuplicateSources): FindDuplicates =>
  async (events) =>
    duplicatesIn(servedReadModels(readModels, await serving()), events);

/**
 * Looks at the timelines, or for what a party does alone at its dossier, and at what rests on the same documents; a
 * month and a document are read once, whatever the number of events in them.
 */
async function duplicatesIn(store: RowReader, events: readonly DiplomaticEvent[]): Promise<Duplicate[][]> {
  const types = new Set<string>(events.map(({ type }) => type));
  const places = new Map(
    [...events.flatMap(placesOf), ...documentPlaces(events)].map((place) => [`${place.subject} ${place.month}`, place]),
  );
  const found = await inParallel([...places.values()], async (place) => comparables(store, place, types));
  const byId = new Map(found.flat().map((event) => [event.id, event]));
  const newestFirst = [...byId.values()].toSorted((a, b) => b.position - a.position);
  const find = duplicateFinder(newestFirst.map((event): Comparable => ({ id: event.id, ...likenessOf(event) })));
  return events.map((event) => find(event));
}

const documentPlaces = (events: readonly DiplomaticEvent[]): Place[] =>
  [...new Set(events.flatMap(documentSubjects))]
    .slice(0, mostDocuments)
    .map((subject) => ({ list: dossiersName, subject }));

/**
 * Two of the parties are enough: what the same parties did together is on the timeline of any two, or in the list of
 * one if they are many.
 */
function placesOf(event: DiplomaticEvent): Place[] {
  const [one = '', other] = partiesOf(event.participants).toSorted();
  const ofTwo = (two: string) => (isMultilateral(event.participants) ? multilateralOf(one) : dyadOf(one, two));
  const place =
    other === undefined
      ? { list: dossiersName, subject: aboutParty(one) }
      : { list: timelineName, subject: ofTwo(other) };
  return dedupeKeys(event).map((key) => ({ ...place, month: key.slice(key.lastIndexOf('/') + 1) }));
}

async function comparables(
  store: RowReader,
  { list, subject, month }: Place,
  types: ReadonlySet<string>,
): Promise<SeenEvent[]> {
  const [most, mostPlaces] =
    month === undefined ? [mostOfDocument, mostPlacesOfDocument] : [mostOfMonth, mostPlacesOfMonth];
  const found: SeenEvent[] = [];
  const listed = listEvents(store, list, {
    partition: subject,
    ...(month !== undefined && daysAround(month)),
    order: 'descending',
    pageSize: most,
    passes: ({ type, withdrawn }) => types.has(type) && withdrawn === undefined,
  });
  let places = 0;
  for await (const { event } of listed) {
    if (event !== undefined) found.push(event);
    places += 1;
    if (found.length === most || places === mostPlaces) break;
  }
  return found;
}

const daysAround = (month: string) => ({
  from: firstDayOf(month),
  to: lastDayOf(month),
  longFrom: daysLater(firstDayOf(month), -longestDays),
});
