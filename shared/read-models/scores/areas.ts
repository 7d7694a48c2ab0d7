import { firstDayOf, lastDayOf, monthOf, monthsLater } from '#shared/domain/dates/calendar.ts';
import { inParallel } from '#shared/in-parallel.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import type { EventFacets } from '#shared/projections/engine/event-list.ts';
import { listEvents } from '#shared/projections/engine/list-events.ts';
import { type ProjectionName, storedPartition } from '#shared/projections/engine/projection.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { withWhole } from '#shared/projections/engine/with-whole.ts';

/** The last places of a dyad's month in which suspects are looked for, whatever the types of their events. */
export const mostOfMonth = 1000;
/** The last places of a document in which suspects are looked for. */
const mostOfDocument = 100;

/** A part of a list in which an event and its suspects meet: the events of a dyad that begin in a month, or of a document. */
export interface Area {
  readonly list: ProjectionName;
  readonly partition: string;
  /** Absent: of a document, whenever. */
  readonly month?: string | undefined;
}

/** An area as it was read, and as the changes since have made it. */
export interface AreaRead extends Area {
  readonly most: number;
  readonly places: Set<string>;
  /** The first of the last places, where there are more; absent: it is not known any more. */
  first: string | undefined;
}

export const nameOf = ({ list, partition, month = '' }: Area): string => `${list.name} ${partition} ${month}`;

export const unread = (area: Area): AreaRead => ({
  ...area,
  most: area.month === undefined ? mostOfDocument : mostOfMonth,
  places: new Set(),
  first: undefined,
});

/** Whether a place is among the last ones of an area in which suspects are looked for. */
export function isAmongLast(area: AreaRead, place: string | undefined): boolean {
  if (place === undefined || area.places.size <= area.most) return place !== undefined;
  area.first ??= [...area.places].toSorted().at(-area.most) ?? '';
  return place >= area.first;
}

/** Reads areas, and hands over the events in them that pass: months in a row in one query, unless one is full. */
export async function readAreas(
  store: RowReader,
  areas: readonly AreaRead[],
  passes: (facets: EventFacets) => boolean,
  take: (area: AreaRead, place: string, event: SeenEvent) => void,
): Promise<void> {
  const documents = areas.filter(({ month }) => month === undefined);
  const held = await withWhole(
    store,
    documents.map(({ list, partition }) => storedPartition(list, partition)),
  );
  const read = async (run: readonly AreaRead[]): Promise<void> => {
    const [last, ...earlier] = run;
    if (last === undefined) return;
    const byMonth = new Map(run.map((area) => [area.month, area]));
    const { list, partition, month, most } = last;
    const first = earlier.at(-1)?.month ?? month;
    const days =
      month === undefined || first === undefined
        ? {}
        : { from: firstDayOf(first), to: lastDayOf(month), shortDays: 0, onlyShort: true };
    const range = { partition, ...days, order: 'descending', pageSize: most, passes } as const;
    for await (const { place, event } of listEvents(held, list, range)) {
      const area = month === undefined ? last : byMonth.get(monthOf(place));
      if (area === undefined) continue;
      area.places.add(place);
      if (event !== undefined) take(area, place, event);
      if (area.places.size === most) return read(run.slice(run.indexOf(area) + 1));
    }
  };
  await inParallel([...documents.map((area) => [area]), ...runsOf(areas)], read);
}

/** Joins the months of a partition that follow each other, the last one first. */
function runsOf(areas: readonly AreaRead[]): AreaRead[][] {
  const runs: AreaRead[][] = [];
  const dated = areas.filter(({ month }) => month !== undefined);
  for (const some of Map.groupBy(dated, ({ partition }) => partition).values()) {
    for (const area of some.toSorted((a, b) => ((a.month ?? '') < (b.month ?? '') ? 1 : -1))) {
      const run = runs.at(-1);
      const before = run?.at(-1);
      const follows = before?.partition === area.partition && before.month === monthsLater(area.month ?? '', 1);
      if (run !== undefined && follows) run.push(area);
      else runs.push([area]);
    }
  }
  return runs;
}
